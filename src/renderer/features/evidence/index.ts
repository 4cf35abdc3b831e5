export { EvidenceList } from './EvidenceList.tsx';
export { EvidencePage } from './EvidencePage.tsx';
