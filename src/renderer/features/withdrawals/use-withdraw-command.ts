import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { askToWithdraw } from './withdrawal-store.ts';

/** Answers the command for these records for as long as the component is shown; none takes it back. */
export function useWithdrawCommand(recordIds: readonly RecordId[]): void {
	const isReadOnly = useIsReadOnly();
	useCommand(
		'records.withdraw',
		() => askToWithdraw(recordIds),
		!isReadOnly && readingCopy === undefined && recordIds.length > 0,
	);
}
