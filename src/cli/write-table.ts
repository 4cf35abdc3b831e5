import { writeWholeFile } from '#archive/transfer/annotation-file.ts';
import type { Output } from './output.ts';
import { withoutControls } from './text-width.ts';

interface WrittenTable {
	text: string;
	format: 'csv' | 'json';
	/** Absent for stdout. */
	path: string | undefined;
}

/** Spreadsheets take UTF-8 for what it is only when the file begins with this. */
const byteOrderMark = '\ufeff';

/** Writes a table to its file, or to stdout, where a terminal is not sent what a title could make it do. */
export async function writeTable({ text, format, path }: WrittenTable, output: Output): Promise<void> {
	if (path !== undefined) {
		await writeWholeFile(path, format === 'csv' ? byteOrderMark + text : text);
		output.json({ file: path, format });
		return;
	}
	output.json({ format, text });
	output.raw(output.isTerminal ? `${text.trimEnd().split(/\r?\n/).map(withoutControls).join('\n')}\n` : text);
}
