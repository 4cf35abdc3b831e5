import { type CustodyEntry, premisEventType } from '#shared/domain/custody.ts';
import { formatCsv } from '#shared/search/list/csv.ts';

/** Spreadsheets take UTF-8 for what it is only when the file begins with this. */
const byteOrderMark = '\ufeff';

/**
 * JSON lines, an entry each: the fields that its hash covers as they are stored, and PREMIS's names of what it tells
 * (eventType with the term's address, linkingObject's name). Chains can be recomputed from it without Lectern.
 */
export function writeCustodyLines(entries: readonly CustodyEntry[]): string {
	return entries.map((entry) => `${JSON.stringify(custodyLine(entry))}\n`).join('');
}

/** One entry as a line of the export has it. */
export function custodyLine({ recordId: _recordId, ...entry }: CustodyEntry): object {
	const { term, uri } = premisEventType(entry.kind);
	const { file } = entry.detail;
	// A file that came more than once has the name in each entry that it came by, which its hash covers.
	const subjectName = entry.subjectName && typeof file === 'string' ? file : entry.subjectName;
	return { eventType: term, eventTypeUri: uri, ...entry, subjectName };
}

const columns = [
	'replicaId',
	'sequence',
	'eventDateTime',
	'eventType',
	'subject',
	'subjectName',
	'eventDetail',
	'agent',
	'software',
	'previousHash',
	'hash',
] as const;

/** CSV (RFC 4180) with PREMIS's names as headings. */
export function writeCustodyTable(entries: readonly CustodyEntry[]): string {
	const rows = entries.map((entry) => [
		entry.replicaId,
		entry.sequence,
		entry.at,
		premisEventType(entry.kind).term,
		entry.subject,
		entry.subjectName,
		detailWords(entry),
		entry.agent,
		entry.software,
		entry.previousHash,
		entry.hash,
	]);
	return byteOrderMark + formatCsv([columns, ...rows]);
}

function detailWords({ detail }: CustodyEntry): string {
	return Object.entries(detail)
		.map(([name, value]) => `${name}: ${value}`)
		.join('; ');
}
