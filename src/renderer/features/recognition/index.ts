export { type DoubtfulMark, type DoubtfulMarks, useDoubtfulMarks } from './doubtful-words.ts';
export { LanguageDataSettings } from './LanguageDataSettings.tsx';
export { RecogniseDialog } from './RecogniseDialog.tsx';
export { RecogniseOffer } from './RecogniseOffer.tsx';
export { askToRecognise } from './recognition-store.ts';
export { useRecogniseCommand } from './use-recognise-command.ts';
