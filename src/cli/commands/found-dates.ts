import type { DateScanPlace } from '#shared/api/found-dates-api.ts';
import type { DateInText } from '#shared/domain/found-date.ts';
import { dateKey, readingWords } from '#shared/found-dates/date-words.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { type Column, formatTable } from '../table.ts';

/** Prints the dates that are found in the text of a record, in its order, without those that somebody rejected. */
export async function listDates({ calls }: Session, asked: string, output: Output): Promise<number> {
	const { id: recordId } = findRecord(await calls.records.list({}), asked);
	const rejected = new Set((await calls.foundDates.rejected({ recordId })).map(dateKey));
	const dates: DateInText[] = [];
	let after: DateScanPlace | null = null;
	do {
		const page = await calls.foundDates.scan({ recordId, after });
		dates.push(...page.dates.filter((date) => !rejected.has(dateKey(date))));
		after = page.next;
	} while (after !== null);
	for (const { context: _, contextStart: __, ...date } of dates) output.json({ recordId, ...date });
	if (dates.length === 0) output.line(message('found-dates.none'));
	else for (const line of formatTable(columns(), dates.map(cells), output.width)) output.line(line);
	return 0;
}

function columns(): Column[] {
	return [
		{ title: '¶', align: 'end' },
		{ title: message('found-dates.words'), isElastic: true },
		{ title: message('chronology.column.when') },
		{ title: 'EDTF' },
	];
}

function cells({ number, words, readings }: DateInText): string[] {
	return [
		String(number ?? ''),
		words.replace(/\s+/g, ' '),
		readings.map(readingWords).join(` ${message('found-dates.or')} `),
		readings.map(({ edtf }) => edtf).join(' | '),
	];
}
