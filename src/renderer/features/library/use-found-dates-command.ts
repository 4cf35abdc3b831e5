import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';

/** Answers the command that lists the dates in the text of this record. */
export function useFoundDatesCommand(record: RecordDetail | undefined): void {
	const navigate = useNavigate();
	useCommand(
		'dates.find',
		() => record && void navigate({ to: '/found-dates/$recordId', params: { recordId: record.id } }),
		Boolean(record?.editionId) && !readingCopy,
	);
}
