import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '#renderer/lib/commands.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';

/** Answers the command that lays two editions of this record beside each other. */
export function useCompareCommand(record: RecordDetail | undefined): void {
	const navigate = useNavigate();
	useCommand(
		'editions.compare',
		() => record && void navigate({ to: '/compare/$recordId/{-$oldId}/{-$newId}', params: { recordId: record.id } }),
		record !== undefined && record.editions.length > 1,
	);
}
