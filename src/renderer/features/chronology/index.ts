export { ChronologyPage } from './ChronologyPage.tsx';
export { EventDialog } from './editing/EventDialog.tsx';
export { emptyDraft } from './editing/event-draft.ts';
export { ThingPicker } from './editing/ThingPicker.tsx';
export { addEvent } from './event-mutations.ts';
