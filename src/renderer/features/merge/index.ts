export { ConflictsPage } from './ConflictsPage.tsx';
export { MergePage } from './MergePage.tsx';
export { chooseOther } from './merge-store.ts';
