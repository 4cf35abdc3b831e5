import type { WantedSource } from '../domain/wanted-source.ts';
import { message } from '../messages/messages.ts';
import { formatCsv } from '../search/list/csv.ts';

/** The working list of sources as CSV, in the order that is given. Dates are EDTF. */
export function wantedSourcesTable(sources: readonly WantedSource[]): string {
	const head = [
		message('sources.column.title'),
		message('sources.column.date'),
		message('sources.column.cited'),
		message('sources.column.status'),
		message('sources.column.asked'),
		message('sources.note'),
		message('sources.column.known-from'),
		message('sources.column.received'),
		message('sources.column.id'),
	];
	const rows = sources.map((source) => [
		source.title,
		source.dateEdtf,
		source.citedCount,
		message(`sources.status.${source.status}`),
		source.askedOn,
		source.note,
		source.knownFrom,
		source.receivedAt ?? '',
		source.recordId,
	]);
	return formatCsv([head, ...rows]);
}
