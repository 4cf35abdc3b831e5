import { create } from 'zustand';
import type { Receipt, ReceiptSubject } from '#shared/domain/receipt.ts';

interface ReceiptView {
	/** What a receipt is asked for. */
	of: ReceiptSubject | null;
	/** What is being drawn for paper. */
	printed: Receipt | null;
}

export const useReceiptView = create<ReceiptView>(() => ({ of: null, printed: null }));

export function askForReceipt(of: ReceiptSubject): void {
	useReceiptView.setState({ of });
}
