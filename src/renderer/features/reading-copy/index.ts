export { CopyNotices } from './CopyNotices.tsx';
export { CopySettings } from './CopySettings.tsx';
export { CopyState } from './CopyState.tsx';
export { ReadingCopyDialog } from './ReadingCopyDialog.tsx';
export { SealNotesDialog } from './SealNotesDialog.tsx';
