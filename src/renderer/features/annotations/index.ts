export { AnnotationsPage } from './AnnotationsPage.tsx';
export { type AnnotatedText, focusedOrdinal } from './annotated-text.ts';
export { activate, noteCountOf, openPassageMenu, useNoteCount, useWantedCard } from './annotations-store.ts';
export { AnnotationsPane } from './cards/AnnotationsPane.tsx';
export { plainText } from './markdown.ts';
export { copyPassageReference } from './PassageMenu.tsx';
export { focusSelectionBar } from './SelectionBar.tsx';
export { TextAnnotations } from './TextAnnotations.tsx';
