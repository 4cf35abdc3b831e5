export { PurgeDialog } from './PurgeDialog.tsx';
export { useWithdrawCommand } from './use-withdraw-command.ts';
export { WithdrawalList } from './WithdrawalList.tsx';
export { askToWithdraw } from './withdrawal-store.ts';
