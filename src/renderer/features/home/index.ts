export { HomeSettings } from './HomeSettings.tsx';
export { SealDialog } from './SealDialog.tsx';
