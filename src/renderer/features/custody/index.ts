export { CustodyPage } from './CustodyPage.tsx';
export { ReceiptProofDialog } from './ReceiptProofDialog.tsx';
