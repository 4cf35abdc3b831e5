export { ChronologyPage } from './ChronologyPage.tsx';
export { askForNewEvent } from './chronology-store.ts';
export { EventDialog } from './editing/EventDialog.tsx';
export { emptyDraft } from './editing/event-draft.ts';
export { ThingPicker } from './editing/ThingPicker.tsx';
export { addEvent } from './event-mutations.ts';
