export type { DoubtfulMark, DoubtfulMarks } from './doubtful-marks.ts';
export { LanguageDataSettings } from './LanguageDataSettings.tsx';
export { RecogniseDialog } from './RecogniseDialog.tsx';
export { RecogniseOffer } from './RecogniseOffer.tsx';
export { askToRecognise } from './recognition-store.ts';
export { useDoubtfulMarks } from './use-doubtful-marks.ts';
export { useRecogniseCommand } from './use-recognise-command.ts';
