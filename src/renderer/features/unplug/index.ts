export { MediumNotice } from './MediumNotice.tsx';
export { UnplugDialog } from './UnplugDialog.tsx';
