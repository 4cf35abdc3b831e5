export { CollectionList } from './CollectionList.tsx';
export { EditableText } from './fields/EditableText.tsx';
export { LibraryPage } from './LibraryPage.tsx';
export type { LibraryPlace } from './library-place.ts';
export { useLibrary } from './library-store.ts';
export { RecordTab } from './RecordTab.tsx';
export { holdingTone } from './record-words.ts';
export { useFoundDatesCommand } from './use-found-dates-command.ts';
export { useLibraryTitle } from './use-library-title.ts';
