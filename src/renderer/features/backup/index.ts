export { BackupAge } from './BackupAge.tsx';
export { BackupDialog } from './BackupDialog.tsx';
