export { ProvenanceTab } from './ProvenanceTab.tsx';
