import type { Block } from '../domain/block.ts';
import { readLabels, type SheetRow } from './sheet-rows.ts';
import { joinedText, plain, plainOf, type WrittenRow } from './written-row.ts';

/** Where a row begins in a table that was laid flat. */
interface Start {
	at: number;
	/** As it stands there; null for those of its rows. */
	label: string | null;
	/** Those that it stands for, in order. */
	rows: readonly SheetRow[];
	/** Where the words of its passages begin and end; the end is null where these are not the ones that went out. */
	originalAt: number;
	end: number | null;
}

/** So many lines of numbers may stand before the words of rows that were joined. */
const mostJoined = 50;
/** A number that was damaged has a digit still, or no letter; other words are a translation. */
const damagedLabel = /^(?:\S*\p{Nd}\S*|[^\p{L}\p{Nd}]*)$/u;
const longestLabel = 12;
/** Words of fewer letters are found by chance. */
const shortestFound = 4;
/** Two wordings of one passage have so much in common; chosen so that a short sentence may have another word. */
const leastAlike = 0.5;

/**
 * The rows of a table whose cells came one after the other: a row begins with numbers, and the words of their passages
 * behind them. Where these were changed, it begins with a number that is due; where the number was damaged, with the words
 * of a passage that has no other row. What is before all rows, and what cannot be told apart from its passage, is nobody's.
 *
 * @param hasHead whether the lines stand behind the head of a table; before one that has none there are other words
 */
export function rowsInLine(lines: readonly Block[], rows: readonly SheetRow[], hasHead: boolean): WrittenRow[] {
	const known = certainStarts(lines, rows);
	if (known.length === 0 && !hasHead) return [];
	const starts = [...known, ...uncertainStarts(lines, rows, known)].sort((one, other) => one.at - other.at);
	const [first] = starts;
	const before = hasHead ? joinedText(lines.slice(0, first ? first.at : undefined)) : { text: '', marks: [] };
	const written = starts.map((start, at) => rowOf(lines, start, starts[at + 1]?.at ?? lines.length));
	return before.text === '' ? written : [{ label: '', original: '', ...before, isUnclear: true }, ...written];
}

function rowOf(lines: readonly Block[], { rows, originalAt, end, ...start }: Start, next: number): WrittenRow {
	const label = start.label ?? rows.map((row) => row.label).join(' ');
	const split = end ?? likelyEnd(lines, originalAt, next, wantedOf(rows));
	if (split === null) {
		return { label, original: '', ...joinedText(lines.slice(originalAt, next)), isUnclear: true };
	}
	const original = joinedText(lines.slice(originalAt, split)).text;
	return { label, original, ...joinedText(lines.slice(split, next)) };
}

/** Rows whose numbers stand before the words that went out with them. */
function certainStarts(lines: readonly Block[], rows: readonly SheetRow[]): Start[] {
	const byLabel = new Map(rows.map((row) => [row.label, row]));
	const starts: Start[] = [];
	for (let at = 0; at < lines.length; at += 1) {
		const numbered = numbersAt(lines, at, byLabel);
		const found = numbered.find(({ end }) => end !== null);
		if (!found?.end) continue;
		starts.push(found);
		// The words of a passage may be a number too.
		at = found.end - 1;
	}
	return starts;
}

/** What the lines here may stand for that are nothing but numbers: one of them first, then more. */
function numbersAt(
	lines: readonly Block[],
	at: number,
	byLabel: ReadonlyMap<string, SheetRow>,
	to = lines.length,
): Start[] {
	const found: Start[] = [];
	const rows: SheetRow[] = [];
	for (let next = at; next < to && rows.length < mostJoined; next += 1) {
		const labels = labelsOf(lines[next]);
		const own = labels.flatMap((label) => byLabel.get(label) ?? []);
		if (labels.length === 0 || own.length < labels.length || own.some((row) => rows.includes(row))) break;
		rows.push(...own);
		const end = beginsHere(lines, next + 1, rows) ? matchedEnd(lines, next + 1, wantedOf(rows)) : null;
		found.push({ at, label: null, rows: [...rows], originalAt: next + 1, end });
	}
	return found;
}

/** Between those that are certain: what has no other row, in the order of the text. */
function uncertainStarts(lines: readonly Block[], rows: readonly SheetRow[], known: readonly Start[]): Start[] {
	const begun = new Set(known.flatMap((start) => start.rows));
	const missing = new Map(rows.flatMap((row) => (begun.has(row) ? [] : [[row.label, row] as const])));
	const byFirstLine = byTheirFirstLine([...missing.values()]);
	const places = new Map(rows.map((row, place) => [row, place]));
	const placeOf = (row: SheetRow | undefined) => (row && places.get(row)) ?? -1;
	const found: Start[] = [];
	for (let gap = 0; gap <= known.length; gap += 1) {
		let last = placeOf(known[gap - 1]?.rows.at(-1));
		const following = known[gap]?.rows[0];
		const limit = following && placeOf(following) > last ? placeOf(following) : rows.length;
		const from = known[gap - 1]?.end ?? 0;
		const to = known[gap]?.at ?? lines.length;
		const isDue = (row: SheetRow) => placeOf(row) > last && placeOf(row) < limit;
		for (let at = from; at < to; at += 1) {
			const start =
				startByWords(lines, at, { byFirstLine, isDue }) ??
				numbersAt(lines, at, missing, to)
					.filter((each) => each.rows.every(isDue) && each.originalAt < to)
					.at(-1);
			if (!start) continue;
			for (const row of start.rows) missing.delete(row.label);
			last = placeOf(start.rows.at(-1));
			found.push(start);
			at = (start.end ?? start.originalAt) - 1;
		}
	}
	return found;
}

function byTheirFirstLine(rows: readonly SheetRow[]): Map<string, SheetRow[]> {
	const found = new Map<string, SheetRow[]>();
	for (const row of rows) {
		const line = plain(row.text.split('\n')[0] ?? '');
		const alike = found.get(line);
		if (alike) alike.push(row);
		else found.set(line, [row]);
	}
	return found;
}

interface Due {
	byFirstLine: ReadonlyMap<string, readonly SheetRow[]>;
	isDue(row: SheetRow): boolean;
}

/** A row whose number was damaged: its words are one passage's alone. */
function startByWords(lines: readonly Block[], at: number, { byFirstLine, isDue }: Due): Start | null {
	const label = lines[at]?.text.trim() ?? '';
	const isLabel = label.length <= longestLabel && damagedLabel.test(label);
	for (const originalAt of isLabel ? [at + 1, at] : [at]) {
		const line = plain(lines[originalAt]?.text ?? '');
		const [row, ...others] = byFirstLine.get(line) ?? [];
		if (!row || others.length > 0 || !isDue(row) || plainOf(row).length < shortestFound) continue;
		const end = matchedEnd(lines, originalAt, plainOf(row));
		if (end === null) continue;
		return { at, label: originalAt > at ? label : '', rows: [row], originalAt, end };
	}
	return null;
}

const labelsOfLines = new WeakMap<Block, string[]>();

/** Each line of numbers is looked at from many before it. */
function labelsOf(line: Block | undefined): string[] {
	if (!line) return [];
	const labels = labelsOfLines.get(line) ?? readLabels(line.text);
	labelsOfLines.set(line, labels);
	return labels;
}

const plainLines = new WeakMap<Block, string>();

function plainLine(line: Block | undefined): string {
	if (!line) return '';
	const text = plainLines.get(line) ?? plain(line.text);
	plainLines.set(line, text);
	return text;
}

function wantedOf(rows: readonly SheetRow[]): string {
	return rows
		.map(plainOf)
		.filter((text) => text !== '')
		.join(' ');
}

/** Whether the line here can be the beginning of these passages: a file of nothing but numbers is soon read through. */
function beginsHere(lines: readonly Block[], at: number, rows: readonly SheetRow[]): boolean {
	const line = plainLine(lines[at]);
	const first = rows.find((row) => plainOf(row) !== '');
	const words = first ? plainOf(first) : '';
	return line.length <= words.length ? words.startsWith(line) : line.startsWith(words);
}

/** Where these words end that begin here; null where others stand here. Each line is read once, however many there are. */
function matchedEnd(lines: readonly Block[], from: number, wanted: string): number | null {
	let length = 0;
	for (let end = from; end < lines.length && length < wanted.length; end += 1) {
		const line = plainLine(lines[end]);
		if (line === '') continue;
		const next = length === 0 ? line : ` ${line}`;
		if (!wanted.startsWith(next, length)) return null;
		length += next.length;
		if (length === wanted.length) return end + 1;
	}
	return null;
}

/**
 * Where a passage ends that was changed: behind the lines that are most like it, each of them; null where none are. However
 * many lines it is in, each is counted once: it adds to what those before it have in common with the passage.
 */
function likelyEnd(lines: readonly Block[], from: number, to: number, wanted: string): number | null {
	let best: { end: number; likeness: number } | null = null;
	const letters = new Set(wanted);
	const pairs = pairsOf(wanted);
	const read = new Map<string, number>();
	let [length, shared, lastLetter] = [0, 0, ''];
	for (let end = from; end < to && length <= 2 * wanted.length + longestLabel; end += 1) {
		const line = plainLine(lines[end]);
		if (line === '') continue;
		if (shareWithin(line, letters, pairs) < leastAlike) break;
		const joined = length === 0 ? line : `${lastLetter} ${line}`;
		shared += countPairs(joined, read, pairs);
		length += joined.length - lastLetter.length;
		lastLetter = line.slice(-1);
		const likeness = (2 * shared) / Math.max(1, length + wanted.length - 2);
		if (likeness >= leastAlike && likeness > (best?.likeness ?? 0)) best = { end: end + 1, likeness };
	}
	return best?.end ?? null;
}

/** How much of a line is in a passage of these letters and pairs: 1 for all of it. */
function shareWithin(line: string, letters: ReadonlySet<string>, pairs: ReadonlyMap<string, number>): number {
	if (line.length < 2) return Number(letters.has(line));
	return countPairs(line, new Map(), pairs) / (line.length - 1);
}

/**
 * Counts the pairs of letters of a text into `counted`, and answers how many more of `pairs` are among these now: what is
 * alike has most of them (Dice).
 */
function countPairs(text: string, counted: Map<string, number>, pairs: ReadonlyMap<string, number>): number {
	let shared = 0;
	for (let at = 0; at + 1 < text.length; at += 1) {
		const pair = text.slice(at, at + 2);
		const count = (counted.get(pair) ?? 0) + 1;
		counted.set(pair, count);
		if (count <= (pairs.get(pair) ?? 0)) shared += 1;
	}
	return shared;
}

function pairsOf(text: string): Map<string, number> {
	const pairs = new Map<string, number>();
	countPairs(text, pairs, pairs);
	return pairs;
}
