import { resolve } from 'node:path';
import type { SourceStatus, WantedSource } from '#shared/domain/wanted-source.ts';
import { message } from '#shared/messages/messages.ts';
import { wantedSourcesTable } from '#shared/tables/wanted-sources-table.ts';
import type { Output } from '../output.ts';
import { shortIdLength } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { type Column, formatTable } from '../table.ts';
import { writeTable } from '../write-table.ts';

export interface SourceListOptions {
	status?: SourceStatus;
	/** Write all columns as CSV instead of a table for people. */
	csv?: boolean;
	out?: string;
}

/** Prints the sources that are cited and not held; without a status, those that are still to be found. */
export async function listSources({ calls }: Session, options: SourceListOptions, output: Output): Promise<number> {
	const { status, csv = false, out } = options;
	const all = await calls.wantedSources.list(undefined);
	const sources = all.filter((source) => (status ? source.status === status : source.status !== 'obtained'));
	if (csv || out !== undefined) {
		const open = sources.filter(({ isWithheld }) => !isWithheld);
		const path = out === undefined ? undefined : resolve(out);
		await writeTable({ text: wantedSourcesTable(open), format: 'csv', path }, output);
		output.note(message('sources.exported', { exported: open.length, withheld: sources.length - open.length }));
		return 0;
	}
	for (const source of sources) output.json(source);
	if (sources.length === 0) output.line(message('cli.sources.none'));
	else for (const line of formatTable(columns(), sources.map(cells), output.width)) output.line(line);
	return 0;
}

function columns(): Column[] {
	return [
		{ title: message('cli.list.id') },
		{ title: message('cli.sources.status') },
		{ title: message('cli.sources.asked') },
		{ title: message('cli.sources.cited'), align: 'end' },
		{ title: message('cli.list.title'), isElastic: true },
	];
}

function cells({ recordId, status, askedOn, citedCount, title }: WantedSource): string[] {
	return [recordId.slice(-shortIdLength), message(`sources.status.${status}`), askedOn, String(citedCount), title];
}
