import { archive } from '#renderer/lib/archive.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import type { WantedSource, WantedSourceFields } from '#shared/domain/wanted-source.ts';

/** Saves over the revision that is shown; rejects when something else was written meanwhile. */
export async function updateSource(
	{ recordId, revision }: WantedSource,
	fields: Partial<WantedSourceFields>,
): Promise<void> {
	await archive.calls.wantedSources.update({ recordId, revision, fields });
	await queryClient.invalidateQueries({ queryKey: keys.wantedSources.list() });
}

/** Whoever is asked was asked today, unless a date is written already. */
export function withToday(
	source: WantedSource,
	status: WantedSource['status'],
	today: string,
): Partial<WantedSourceFields> {
	return status === 'asked' && source.askedOn === '' ? { status, askedOn: today } : { status };
}
