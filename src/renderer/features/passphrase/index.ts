export { LockScreen } from './LockScreen.tsx';
export { leaveWhenLocked, lockArchive } from './lock.ts';
export { makeEncryptedArchive } from './NewArchiveDialog.tsx';
export { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx';
export { followSecondInstance, openArchiveAt } from './open-archive.ts';
export { PassphraseDialogs } from './PassphraseDialogs.tsx';
export { PassphraseSettings } from './PassphraseSettings.tsx';
export { useIdleLock } from './use-idle-lock.ts';
