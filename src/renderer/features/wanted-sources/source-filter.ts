import type { SourceStatus, WantedSource } from '#shared/domain/wanted-source.ts';
import { fold } from '#shared/text/fold.ts';

/** What is still to be found, everything, or what has one status. */
export type SourceFilter = 'open' | 'all' | SourceStatus;

export function filterSources(sources: readonly WantedSource[], filter: SourceFilter, typed: string): WantedSource[] {
	const wanted = fold(typed.trim());
	return sources.filter(
		({ status, title, note }) =>
			(filter === 'all' || (filter === 'open' ? status !== 'obtained' : status === filter)) &&
			(wanted === '' || fold(`${title}\n${note}`).includes(wanted)),
	);
}
