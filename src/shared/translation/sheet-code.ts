import type { EditionId } from '../domain/ids.ts';
import { canonicalLanguage } from '../domain/language-tag.ts';

/** Digits and letters that nobody takes for one another (Crockford's base 32). */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digitCount = 12;
/** A prime above every difference that is weighed: one wrong sign is found, and so are two in each other's place. */
const checkModulus = 1021;
/** What is printed begins with it. */
export const codeBegins = 'LECTERN';
/** Hyphens as office programs make them of one. */
const hyphen = '[-\u2010-\u2015\u2212]';
const pattern = new RegExp(
	`LECTERN${hyphen}([0-9A-Z]{4})${hyphen}([0-9A-Z]{4})${hyphen}([0-9A-Z]{4})${hyphen}([0-9A-Z]{2}) ?/ ?([A-Z]{2,3}(?:${hyphen}[A-Z0-9]{2,8}){0,3})(?![A-Z0-9])`,
	'iu',
);
/** What was a code, whatever became of its end. */
const tornPattern = new RegExp(`LECTERN${hyphen}[0-9A-Z]{4}${hyphen}[0-9A-Z]{2}`, 'iu');

/** What a file for a translator is known by when it comes home: the text that it was made of, and the language asked for. */
export interface SheetCode {
	/** The first 60 bits of the edition's id that are not fixed by its version, as 15 hexadecimal digits. */
	editionBits: string;
	/** BCP 47. */
	language: string;
}

/** A line that is printed in the file, since an office program that saves it keeps nothing but what it sees. */
export function sheetCode(editionId: EditionId, language: string): string {
	const number = toDigits(BigInt(`0x${bitsOf(editionId)}`));
	return `LECTERN-${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}-${check(number, language)}/${language}`;
}

/**
 * The code in a text: null where there is none, `damaged` where there is what was one. A digit that is mistaken is found,
 * and so are two that changed places.
 */
export function findSheetCode(text: string): SheetCode | 'damaged' | null {
	const found = pattern.exec(text);
	if (!found) return tornPattern.test(text) ? 'damaged' : null;
	const [, one = '', two = '', three = '', sum = '', tag = ''] = found;
	const number = `${one}${two}${three}`.toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');
	const language = canonicalLanguage(tag.replace(new RegExp(hyphen, 'gu'), '-'));
	const isWhole = [...number].every((digit) => digits.includes(digit)) && language !== null;
	if (!isWhole || check(number, language) !== sum.toUpperCase()) return 'damaged';
	return { editionBits: fromDigits(number).toString(16).padStart(15, '0'), language };
}

/** Whether an id is the one that a code was made of. */
export function isOfCode(editionId: EditionId, { editionBits }: SheetCode): boolean {
	return bitsOf(editionId) === editionBits;
}

/** Without the digit that says the version. */
function bitsOf(id: EditionId): string {
	const hex = id.replace(/-/g, '');
	return hex.slice(0, 12) + hex.slice(13, 16);
}

function toDigits(number: bigint): string {
	let rest = number;
	let written = '';
	for (let at = 0; at < digitCount; at += 1) {
		written = digits.charAt(Number(rest % 32n)) + written;
		rest /= 32n;
	}
	return written;
}

function fromDigits(written: string): bigint {
	return [...written].reduce((number, digit) => number * 32n + BigInt(digits.indexOf(digit)), 0n);
}

function check(number: string, language: string): string {
	const values = [...number, ...language.toUpperCase()].map((sign) => digits.indexOf(sign) + 1 || sign.charCodeAt(0));
	const sum = values.reduce((total, value, at) => (total + value * (at + 1)) % checkModulus, 0);
	return digits.charAt(Math.floor(sum / 32)) + digits.charAt(sum % 32);
}
