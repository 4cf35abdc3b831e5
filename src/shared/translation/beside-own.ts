import { readLabels, type SheetRow } from './sheet-rows.ts';
import { plain, type WrittenRow } from './written-row.ts';

/**
 * Whether every row that says something stands beside the words that its passages have: in its table, or, of plain text,
 * where they are quoted ("> …") above it.
 *
 * @param text of the whole file
 */
export function standBesideOwn(written: readonly WrittenRow[], rows: readonly SheetRow[], text: string): boolean {
	const byLabel = new Map(rows.map((row) => [row.label, row]));
	const quoted = quotedAbove(text);
	return written.every((row) => {
		if (row.text.trim() === '') return true;
		const words = readLabels(row.label).map((label) => byLabel.get(label)?.text ?? '');
		const original = plain(row.original || (quoted.get(row.label) ?? ''));
		return original !== '' && original === plain(words.join(' '));
	});
}

/** By the label of the row that stands below. */
function quotedAbove(text: string): Map<string, string> {
	const found = new Map<string, string>();
	let quoted: string[] = [];
	for (const line of text.split(/\r\n|\r|\n/)) {
		const [, label] = /^\s*\[([^\]]{1,40})\]/u.exec(line) ?? [];
		if (/^\s*>/.test(line)) quoted.push(line.replace(/^\s*>/, ''));
		else if (label !== undefined && readLabels(label).length > 0) {
			found.set(label, quoted.join(' '));
			quoted = [];
		} else if (line.trim() !== '') quoted = [];
	}
	return found;
}
