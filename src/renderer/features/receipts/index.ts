export { ReceiptDialog } from './ReceiptDialog.tsx';
export { ReceiptProofDialog } from './ReceiptProofDialog.tsx';
export { askForReceipt } from './receipt-store.ts';
export { useReceiptCommand } from './use-receipt-command.ts';
