export { PackageDialogs } from './PackageDialogs.tsx';
export { PassphraseFields } from './PassphraseFields.tsx';
export { isPassphraseSettled, type PassphraseDraft } from './passphrase-draft.ts';
export { RecordsField } from './RecordsField.tsx';
export { type RecordsDraft, recordsChosen } from './records-choice.ts';
export { SweepResult } from './SweepResult.tsx';
export { useSweep } from './use-sweep.ts';
