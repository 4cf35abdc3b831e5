export { PurgeDialog } from './PurgeDialog.tsx';
export { WithdrawalList } from './WithdrawalList.tsx';
