export { useNewEditionCommand } from './new-edition.ts';
export { ProvenanceTab } from './ProvenanceTab.tsx';
export { useCompareCommand } from './use-compare-command.ts';
