import type { EventId } from '../domain/ids.ts';
import { message } from '../messages/messages.ts';
import { formatCsv } from '../search/list/csv.ts';
import { civilDate } from '../text/edtf/civil-days.ts';
import type { EventContext } from './event-context.ts';
import { columnTitle, tableColumns, tableRow } from './event-table.ts';
import type { PlacedEvent } from './placed-events.ts';

/** Spreadsheets take UTF-8 for what it is only when the file begins with this. */
const byteOrderMark = '\ufeff';

/** CSV (RFC 4180), one event a row: what the table shows, the date as recorded, and the first and last day it may mean. */
export function chronologyCsv(events: readonly PlacedEvent[], context: EventContext): string {
	const own = ['edtf', 'first-day', 'last-day', 'date-words', 'inferred', 'description', 'source', 'id'] as const;
	const head = [...tableColumns.map(columnTitle), ...own.map((column) => message(`chronology.column.${column}`))];
	const rows = events.map((placed) => {
		const { edtf, dateWords, inferred, description, source, id } = placed.event;
		const row = tableRow(placed, context);
		return [
			...tableColumns.map((column) => row[column]),
			edtf,
			...days(placed),
			dateWords,
			inferred,
			description,
			source,
			id,
		];
	});
	return byteOrderMark + formatCsv([head, ...rows]);
}

/** Everything that is known, with the ids that the archive uses: for programs. */
export function chronologyJson(events: readonly PlacedEvent[], context: EventContext): string {
	const named = (ids: readonly string[], title: (id: never) => string | undefined) =>
		ids.map((id) => ({ id, title: title(id as never) ?? '' }));
	const list = events.map((placed) => {
		const {
			placeIds,
			participantIds,
			recordIds,
			disputingRecordIds,
			sameEventIds,
			revision: _revision,
			...event
		} = placed.event;
		const [firstDay, lastDay] = days(placed);
		return {
			...event,
			...{ placing: placed.placing, firstDay, lastDay, when: tableRow(placed, context).when },
			places: named(placeIds, (id) => context.names.get(id)?.title),
			participants: named(participantIds, (id) => context.names.get(id)?.title),
			attestedBy: named(recordIds, (id) => context.records.get(id)?.title),
			contradictedBy: named(disputingRecordIds, (id) => context.records.get(id)?.title),
			sameAs: named(sameEventIds, (id) => context.events.get(id)).map((account) => ({
				...account,
				edtf: context.dates.get(account.id as EventId) ?? '',
			})),
		};
	});
	return `${JSON.stringify({ events: list }, null, '\t')}\n`;
}

/** ISO 8601; '' at an end that is open, not known, or not there. */
function days({ stretch, placing }: PlacedEvent): [first: string, last: string] {
	if (!stretch || placing !== 'dated') return ['', ''];
	return [isoDay(stretch.from), isoDay(Math.ceil(stretch.to) - 1)];
}

function isoDay(at: number): string {
	if (!Number.isFinite(at)) return '';
	const { year, month, day } = civilDate(at);
	const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
	const digits = String(Math.abs(year)).padStart(sign === '' ? 4 : 6, '0');
	return `${sign}${digits}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
