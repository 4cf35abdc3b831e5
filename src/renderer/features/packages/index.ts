export { PackageDialogs } from './PackageDialogs.tsx';
export { RecordsField } from './RecordsField.tsx';
export { type RecordsDraft, recordsChosen } from './records-choice.ts';
export { SweepResult } from './SweepResult.tsx';
export { useSweep } from './use-sweep.ts';
