export { ConflictsPage } from './ConflictsPage.tsx';
export { KeyForm } from './KeyForm.tsx';
export { MergePage } from './MergePage.tsx';
export { chooseOther, lookInto, type MergeKey } from './merge-store.ts';
export { PassphraseForm } from './PassphraseForm.tsx';
