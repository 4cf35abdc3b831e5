import { useCommand } from '#renderer/lib/commands.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { copyReference } from './copying.ts';

/** Answers the command that copies the reference to this record as a whole. */
export function useCiteCommand(record: RecordDetail | undefined): void {
	useCommand(
		'record.cite',
		() => record && void copyReference({ recordId: record.id, range: null }),
		record !== undefined,
	);
}
