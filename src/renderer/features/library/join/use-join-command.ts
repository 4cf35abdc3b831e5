import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { askToJoin } from './join-store.ts';

/** Answers the command for these records for as long as the component is shown; fewer than two take it back. */
export function useJoinCommand(recordIds: readonly RecordId[]): void {
	const isReadOnly = useIsReadOnly();
	useCommand(
		'records.join',
		() => askToJoin(recordIds),
		!isReadOnly && readingCopy === undefined && recordIds.length > 1,
	);
}
