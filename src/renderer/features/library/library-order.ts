import { edtfStart } from '#renderer/lib/edtf-words.ts';
import { recordKindName } from '#renderer/lib/record-kind.ts';
import { mainDate, type RecordSummary } from '#shared/domain/record.ts';
import { activeLocale } from '#shared/messages/messages.ts';
import type { LibraryFilter, SortColumn } from './library-store.ts';

const holdingOrder = ['held', 'held-variant', 'described-only'];

/** The first millisecond that a record's date may mean; read once a record, since sorting asks often. */
const starts = new WeakMap<RecordSummary, number | null>();

export function recordStart(record: RecordSummary): number | null {
	const known = starts.get(record);
	if (known !== undefined) return known;
	const start = edtfStart(mainDate(record.dates));
	starts.set(record, start);
	return start;
}

export function recordYear(record: RecordSummary): number | null {
	const start = recordStart(record);
	return start === null ? null : new Date(start).getUTCFullYear();
}

export function filterRecords(records: readonly RecordSummary[], filter: LibraryFilter): RecordSummary[] {
	return records.filter((record) => passes(record, filter));
}

function passes(record: RecordSummary, { kinds, languages, holdings, fromYear, toYear }: LibraryFilter): boolean {
	if (kinds.size > 0 && !kinds.has(record.kind)) return false;
	if (holdings.size > 0 && !holdings.has(record.holding)) return false;
	if (languages.size > 0 && !languagesOf(record).some((language) => languages.has(language))) return false;
	if (fromYear === null && toYear === null) return true;
	const year = recordYear(record);
	return year !== null && year >= (fromYear ?? -Infinity) && year <= (toYear ?? Infinity);
}

/** 'und' stands for "not known", so that it can be chosen too. */
export function languagesOf({ languages }: RecordSummary): readonly string[] {
	return languages.length > 0 ? languages : ['und'];
}

/** What has no value for the column comes last in both directions. */
export function sortRecords(
	records: readonly RecordSummary[],
	column: SortColumn,
	isDescending: boolean,
): RecordSummary[] {
	const { compare: compareText } = new Intl.Collator(activeLocale(), { numeric: true });
	const turn = isDescending ? -1 : 1;
	const sorted = [...records];
	sorted.sort((a, b) => {
		const [left, right] = [sortValue(a, column), sortValue(b, column)];
		if (left === null || right === null) {
			if (left !== right) return left === null ? 1 : -1;
			return compareText(a.title, b.title);
		}
		const order =
			typeof left === 'number' && typeof right === 'number' ? left - right : compareText(String(left), String(right));
		return order * turn || compareText(a.title, b.title);
	});
	return sorted;
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
	return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
