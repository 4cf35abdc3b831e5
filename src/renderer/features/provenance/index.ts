export { useNewEditionCommand } from './new-edition.ts';
export { ProvenanceTab } from './ProvenanceTab.tsx';
