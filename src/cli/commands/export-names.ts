import { resolve } from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { namesTable } from '#shared/tables/names-table.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { writeTable } from '../write-table.ts';

export const nameFormats = ['csv', 'json'] as const;

export interface NameExportOptions {
	format: (typeof nameFormats)[number];
	out?: string;
}

/** Writes all names with their forms and identifiers, to a file or to stdout; how many is said on stderr. */
export async function exportNames(
	{ calls }: Session,
	{ format, out }: NameExportOptions,
	output: Output,
): Promise<number> {
	const names = await calls.names.list(undefined);
	const text = format === 'csv' ? namesTable(names) : `${JSON.stringify(names, null, '\t')}\n`;
	await writeTable({ text, format, path: out === undefined ? undefined : resolve(out) }, output);
	output.note(message('cli.names.exported', { count: names.length }));
	return 0;
}
