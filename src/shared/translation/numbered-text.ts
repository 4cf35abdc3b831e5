import { readLabels, type SheetRow } from './sheet-rows.ts';
import { plain, type WrittenRow } from './written-row.ts';

/**
 * Rows of plain text: "[12] …" begins one, which goes on until the next. Only numbers of passages count, and others that
 * look like one, so that "[illegible]" stays what it is.
 */
export function rowsOfText(text: string): WrittenRow[] {
	const written: WrittenRow[] = [];
	let open: string[] | null = null;
	for (const line of text.split(/\r\n|\r|\n/)) {
		const begun = rowBegunBy(line);
		if (begun) {
			close();
			open = [begun.rest];
			written.push({ label: begun.label, original: '', text: '', marks: [] });
		} else open?.push(guardedLine.test(line) ? line.slice(1) : line);
	}
	close();
	function close(): void {
		const row = written.at(-1);
		if (row && open)
			row.text = open
				.map((line) => line.trimEnd())
				.join('\n')
				.trim();
		open = null;
	}
	return written;
}

function rowBegunBy(line: string): { label: string; rest: string } | null {
	const [, label, rest = ''] = /^\s*\[([^\]]{1,40})\]\s?(.*)$/u.exec(line) ?? [];
	return label !== undefined && readLabels(label).length > 0 ? { label, rest } : null;
}

/** What stands before the first row: of no passage. */
export function wordsBeforeRows(text: string): string {
	const lines = text.split(/\r\n|\r|\n/);
	const first = lines.findIndex((line) => rowBegunBy(line));
	return lines
		.slice(0, first < 0 ? undefined : first)
		.join('\n')
		.trim();
}

/** Plain text that `rowsOfText` reads again. */
export function writeRows(rows: readonly SheetRow[], textOf: (ordinal: number) => string | undefined): string {
	return rows.map(({ label, ordinal }) => `[${label}] ${guarded(textOf(ordinal) ?? '')}`.trimEnd()).join('\n\n');
}

function guarded(text: string): string {
	return text
		.split('\n')
		.map((line, at) => (at > 0 && needsGuard.test(line) ? `\\${line}` : line))
		.join('\n');
}

/** Lines that would be taken for the beginning of a row or for a quotation, and those that look guarded already. */
const needsGuard = /^[\s\\]*[[>]/;
const guardedLine = /^\\[\s\\]*[[>]/;

/**
 * Without what stands quoted ("> …") before a number, which is its passage as it went out. Other lines that begin so are a
 * translator's.
 */
export function withoutQuoted(text: string, rows: readonly SheetRow[]): string {
	const byLabel = new Map(rows.map((row) => [row.label, row]));
	const passages = new Set(rows.map((row) => plain(row.text)));
	const kept: string[] = [];
	let quoted: string[] = [];
	for (const line of text.split('\n')) {
		if (/^\s*>/.test(line)) {
			quoted.push(line);
			continue;
		}
		const begun = rowBegunBy(line);
		if (begun) {
			const row = byLabel.get(readLabels(begun.label)[0] ?? '');
			const rest = beforePassage(quoted, row, passages);
			// Of a row that nobody knows it is told with what the row says.
			kept.push(...(row ? [...rest, line] : [line, ...rest]));
		} else if (line.trim() === '' && quoted.length > 0) continue;
		else kept.push(...quoted, line);
		quoted = [];
	}
	return [...kept, ...quoted].join('\n');
}

/**
 * What of it is no passage: all but its last lines, where these are the one of the row, or, the number being a slip, of
 * another; all of it, where it is nothing like the row's.
 */
function beforePassage(
	quoted: readonly string[],
	row: SheetRow | undefined,
	passages: ReadonlySet<string>,
): readonly string[] {
	const wanted = plain(row?.text ?? '');
	const lines = quoted.map((line) => line.replace(/^\s*> ?/, ''));
	let words = '';
	const least = Math.max(0, lines.length - mostCompared);
	for (let from = lines.length - 1; from >= least && words.length <= longestCompared; from -= 1) {
		words = `${lines[from]} ${words}`;
		const found = plain(words);
		if (found === wanted || passages.has(found)) return quoted.slice(0, from);
	}
	return isLike(lines.join(' '), wanted) ? [] : quoted;
}

/** Quoted lines, and UTF-16 units of them, that are compared with passages: a file of them alone must not stop the archive. */
const mostCompared = 400;
const longestCompared = 20_000;

/** A passage whose quotation somebody corrected. */
function isLike(words: string, wanted: string): boolean {
	const known = new Set(wordsOf(wanted));
	const all = wordsOf(plain(words));
	return all.length > 0 && all.filter((word) => known.has(word)).length * 2 >= all.length;
}

function wordsOf(text: string): string[] {
	return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}
