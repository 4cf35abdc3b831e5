import { isPassage, type StoredBlock } from '../domain/block.ts';

/** A passage as a translator is given it. */
export interface SheetRow {
	/** Unlike in one text: its ¶ number, with a letter for what is not counted behind it ("12", "12a"). */
	label: string;
	/** Of its block. */
	ordinal: number;
	text: string;
}

/**
 * The passages of a text in order, each under the number that the reader shows. Titles, headings and all but the first
 * cell of a table's row have none: they are called by the number before them and a letter.
 */
export function sheetRows(blocks: readonly StoredBlock[]): SheetRow[] {
	let number = 0;
	let behind = -1;
	return blocks.filter(isPassage).map((block) => {
		behind = block.number === null ? behind + 1 : 0;
		number = block.number ?? number;
		return { label: `${number}${letters(behind)}`, ordinal: block.ordinal, text: block.text };
	});
}

/** Nothing for 0, then a to z, aa to zz and so on. */
function letters(count: number): string {
	if (count === 0) return '';
	const last = String.fromCharCode(97 + ((count - 1) % 26));
	return letters(Math.floor((count - 1) / 26)) + last;
}

/** Letters of other alphabets that look like those of labels: somebody who types a label anew takes what is on their keys. */
const lookAlikes: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', у: 'y', і: 'i' };

/**
 * The labels that stand in a cell or between brackets, however they came to be written: several where rows were joined.
 * Empty where anything else stands there too.
 */
export function readLabels(written: string): string[] {
	const plain = written
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\p{Nd}/gu, asciiDigit)
		.replace(/[аеорсхуі]/g, (letter) => lookAlikes[letter] ?? letter)
		.replace(/[[\]().,;:¶№#*§\s\u200b-\u200f\u2060\ufeff]+/g, ' ')
		.trim();
	if (plain === '' || plain.length > longestLabels) return [];
	const labels = plain.split(' ');
	return labels.every((label) => /^\d{1,7}[a-z]{0,3}$/.test(label)) ? labels.map(withoutZeros) : [];
}
const longestLabels = 400;

function withoutZeros(label: string): string {
	return label.replace(/^0+(?=\d)/, '');
}

/** Decimal digits stand in runs of ten, of which the first is zero. */
function asciiDigit(digit: string): string {
	let code = digit.codePointAt(0) ?? 0;
	if (code <= 57) return digit;
	let value = 0;
	while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
		code -= 1;
		value += 1;
	}
	return String(value);
}
