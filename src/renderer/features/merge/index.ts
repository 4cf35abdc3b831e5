export { ConflictsPage } from './ConflictsPage.tsx';
export { MergePage } from './MergePage.tsx';
export { chooseOther, lookInto } from './merge-store.ts';
