export { useNewEditionCommand } from './new-edition.ts';
export { ProvenanceTab } from './ProvenanceTab.tsx';
export { RecordingChoiceDialog } from './RecordingChoiceDialog.tsx';
export { saveOriginal } from './save-original.ts';
export { useCompareCommand } from './use-compare-command.ts';
