export { EvidencePage } from './EvidencePage.tsx';
