export { ReceiptDialog } from './ReceiptDialog.tsx';
export { askForReceipt } from './receipt-store.ts';
export { useReceiptCommand } from './use-receipt-command.ts';
