import type { Mark } from '../domain/block.ts';
import type { StrayRow } from '../domain/translation.ts';
import { readReference } from './joined-reference.ts';
import { readLabels, type SheetRow } from './sheet-rows.ts';
import { plain, plainOf, type WrittenRow } from './written-row.ts';

/** What a translator wrote for a passage. */
export interface TranslatedText {
	text: string;
	marks: Mark[];
	/** Further passages that are translated in it, where rows were joined. */
	joined: number[];
}

export interface SheetReading {
	/** By the ordinal of the passage. */
	texts: Map<number, TranslatedText>;
	stray: StrayRow[];
	/** Labels of rows that were there more than once, with other words. */
	repeated: string[];
	/** Labels of each group of rows that became one. */
	joined: string[][];
	/** By the ordinal of a passage, that of the one in whose translation it is, where its cell says so ("→ 12"). */
	pointing: Map<number, number>;
}

/** While it is read. */
type Laying = Omit<SheetReading, 'repeated'> & { repeated: Set<string> };

/**
 * Lays the rows of a file that came home beside the passages that it was made of: by their numbers, in whatever order; where
 * a number is damaged, by the words beside it, if these are one passage's alone. Nothing that was written is dropped.
 */
export function readRows(written: readonly WrittenRow[], rows: readonly SheetRow[]): SheetReading {
	const byLabel = new Map(rows.map((row) => [row.label, row]));
	const byText = onlyTexts(rows);
	const reading: Laying = { texts: new Map(), stray: [], repeated: new Set(), joined: [], pointing: new Map() };
	for (const row of written) {
		if (row.text.trim() === '') continue;
		const found = row.isUnclear ? null : passagesOf(row, byLabel, byText);
		const meant = found && pointedAt(row, found, byLabel);
		if (!found) reading.stray.push({ label: row.label.trim(), text: row.text });
		else if (meant) for (const { ordinal } of found) reading.pointing.set(ordinal, meant.ordinal);
		else lay(reading, row, found);
	}
	for (const text of reading.texts.values()) text.joined = [...new Set(text.joined)];
	return { ...reading, repeated: [...reading.repeated] };
}

/** Null where it is nobody's. Of joined rows all have to be there. */
function passagesOf(
	{ label, original }: WrittenRow,
	byLabel: ReadonlyMap<string, SheetRow>,
	byText: ReadonlyMap<string, SheetRow>,
): SheetRow[] | null {
	const labels = readLabels(label);
	const named = labels.flatMap((each) => byLabel.get(each) ?? []);
	const meant = byText.get(plain(original));
	if (named.length === labels.length && named.length > 0) {
		// A number that was mistyped names another passage than stands beside it.
		const [only] = named;
		const isOther = named.length === 1 && meant && only && meant !== only && plainOf(only) !== plain(original);
		return isOther ? [meant] : [...new Set(named)];
	}
	return meant ? [meant] : null;
}

/** The row that a cell refers to; undefined where it is words, as of a passage that looks like a reference. */
function pointedAt(
	{ text }: WrittenRow,
	found: readonly SheetRow[],
	byLabel: ReadonlyMap<string, SheetRow>,
): SheetRow | undefined {
	const meant = byLabel.get(readReference(text) ?? '');
	if (!meant || found.includes(meant)) return undefined;
	const words = plain(text);
	return found.every((row) => plainOf(row) !== words) ? meant : undefined;
}

function lay(reading: Laying, { text, marks }: WrittenRow, found: readonly SheetRow[]): void {
	const parts = found.length > 1 ? paragraphsOf(text) : [text];
	if (found.length > 1 && parts.length === found.length) {
		// As many paragraphs as passages: the cells were put into one, and each is still there.
		for (const [at, row] of found.entries()) put(reading, row, { text: parts[at] ?? '', marks: [], joined: [] });
		return;
	}
	const [first, ...others] = found;
	if (!first) return;
	if (others.length > 0) reading.joined.push(found.map(({ label }) => label));
	put(reading, first, { text, marks: [...marks], joined: others.map(({ ordinal }) => ordinal) });
}

function put({ texts, repeated }: Laying, { ordinal, label }: SheetRow, coming: TranslatedText): void {
	const there = texts.get(ordinal);
	if (!there) texts.set(ordinal, coming);
	else if (there.text !== coming.text) {
		repeated.add(label);
		const shift = there.text.length + 1;
		// In its place, since one number may stand in a hundred thousand rows.
		for (const mark of coming.marks) there.marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift });
		there.text = `${there.text}\n${coming.text}`;
		for (const other of coming.joined) there.joined.push(other);
	}
}

function paragraphsOf(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

/** Texts that are one passage's alone. */
function onlyTexts(rows: readonly SheetRow[]): Map<string, SheetRow> {
	const found = new Map<string, SheetRow>();
	const twice = new Set<string>();
	for (const row of rows) {
		const text = plainOf(row);
		if (found.has(text)) twice.add(text);
		found.set(text, row);
	}
	for (const text of twice) found.delete(text);
	return found;
}
