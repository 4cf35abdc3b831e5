import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { askForReceipt } from './receipt-store.ts';

/** Answers the command for these records for as long as the component is shown; none withdraws it. */
export function useReceiptCommand(recordIds: readonly RecordId[]): void {
	useCommand(
		'receipt.make',
		() => askForReceipt({ recordIds: [...recordIds] }),
		readingCopy === undefined && recordIds.length > 0,
	);
}
