import { edtfStart } from '#renderer/lib/edtf-words.ts';
import { mainDate, type RecordSummary } from '#shared/domain/record.ts';
import { collation } from '#shared/messages/collation.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import type { LibraryFilter, SortColumn, TextState } from './library-store.ts';

const holdingOrder = ['held', 'held-variant', 'described-only'];

export function recordStart(record: RecordSummary): number | null {
	return edtfStart(mainDate(record.dates));
}

export function recordYear(record: RecordSummary): number | null {
	const start = recordStart(record);
	return start === null ? null : new Date(start).getUTCFullYear();
}

export function filterRecords(records: readonly RecordSummary[], filter: LibraryFilter): RecordSummary[] {
	return records.filter((record) => passes(record, filter));
}

function passes(
	record: RecordSummary,
	{ kinds, languages, holdings, texts, fromYear, toYear }: LibraryFilter,
): boolean {
	if (kinds.size > 0 && !kinds.has(record.kind)) return false;
	if (texts.size > 0 && !texts.has(textState(record))) return false;
	if (holdings.size > 0 && !holdings.has(record.holding)) return false;
	if (languages.size > 0 && !languagesOf(record).some((language) => languages.has(language))) return false;
	if (fromYear === null && toYear === null) return true;
	const year = recordYear(record);
	return year !== null && year >= (fromYear ?? -Infinity) && year <= (toYear ?? Infinity);
}

export function textState({ editionId, holding }: RecordSummary): TextState {
	if (editionId) return 'text';
	return holding === 'described-only' ? 'absent' : 'none';
}

/** 'und' stands for "not known", so that it can be chosen too. */
export function languagesOf({ languages }: RecordSummary): readonly string[] {
	return languages.length > 0 ? languages : ['und'];
}

/** What has no value for the column comes last in both directions; equals stand by title. */
export function sortRecords(
	records: readonly RecordSummary[],
	column: SortColumn,
	isDescending: boolean,
): RecordSummary[] {
	const compareText = collation();
	const turn = isDescending ? -1 : 1;
	// Values are taken once: sorting ten thousand compares a hundred and thirty thousand times.
	const entries = records.map((record) => ({ record, value: sortValue(record, column) }));
	entries.sort((a, b) => {
		if (a.value !== b.value) {
			if (a.value === null || b.value === null) return a.value === null ? 1 : -1;
			const order =
				typeof a.value === 'number' && typeof b.value === 'number'
					? a.value - b.value
					: compareText(String(a.value), String(b.value));
			if (order !== 0) return order * turn;
		}
		return compareText(a.record.title, b.record.title);
	});
	return entries.map(({ record }) => record);
}

function sortValue(record: RecordSummary, column: SortColumn): string | number | null {
	switch (column) {
		case 'title':
			return record.title;
		case 'kind':
			return recordKindName(record.kind);
		case 'date':
			return recordStart(record);
		case 'language':
			return record.languages[0] ?? null;
		case 'holding':
			return holdingOrder.indexOf(record.holding);
		case 'notes':
			return record.annotationCount;
	}
}

/** How often each value occurs, most frequent first. */
export function countValues<V extends string>(values: Iterable<V>): [V, number][] {
	const counts = new Map<V, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const inOrder = collation();
	return [...counts].sort((a, b) => b[1] - a[1] || inOrder(a[0], b[0]));
}
