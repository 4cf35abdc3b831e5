import type { RecordSummary } from '#shared/domain/record.ts';
import { collation } from '#shared/messages/collation.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import { shortIdLength } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { type Column, formatTable } from '../table.ts';

/** Prints every record outside the bin, by title. */
export async function listRecords({ calls }: Session, output: Output): Promise<number> {
	const records = [...(await calls.records.list({}))].sort(byTitle);
	for (const record of records) output.json(record);
	if (records.length === 0) output.line(message('cli.list.empty'));
	else for (const line of formatTable(columns(), records.map(cells), output.width)) output.line(line);
	return 0;
}

function columns(): Column[] {
	return [
		{ title: message('cli.list.id') },
		{ title: message('cli.list.title'), isElastic: true },
		{ title: message('cli.list.kind') },
		{ title: message('cli.list.date') },
		{ title: message('cli.list.holding') },
		{ title: message('cli.list.passages'), align: 'end' },
		{ title: message('cli.list.notes'), align: 'end' },
	];
}

function cells(record: RecordSummary): string[] {
	return [
		record.id.slice(-shortIdLength),
		record.title,
		record.kind,
		record.dates[0]?.edtf ?? '',
		message(`cli.holding.${record.holding}`),
		String(record.passageCount),
		String(record.annotationCount),
	];
}

function byTitle(one: RecordSummary, other: RecordSummary): number {
	return collation()(one.title, other.title) || (one.id < other.id ? -1 : 1);
}
