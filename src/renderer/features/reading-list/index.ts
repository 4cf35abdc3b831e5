export { KeepButton } from './KeepButton.tsx';
export { ReadingListPage } from './ReadingListPage.tsx';
export { useReadingList, useRememberRecord, withRecords } from './reading-list.ts';
export { useKeepCommand } from './use-keep-command.ts';
