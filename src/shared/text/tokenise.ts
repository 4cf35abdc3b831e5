/** A word as it stands in a text. */
export interface Token {
	/** The part that is looked up: a French elision or a suffix after an apostrophe is left out. */
	text: string;
	/** UTF-16 offsets of `text` in the original string; `end` is the first unit after it. */
	start: number;
	end: number;
}

/** Everything that people and machines write for an apostrophe, Armenian ՚ and romanised aspirates (Stepʻanakert) included. */
export const apostrophes = "'`\u00b4\u2018\u2019\u201b\u2032\uff07\u055a\u02b9\u02bb\u02bc\u02be\u02bf";
/** A hyphen, or what scanners make of one, at the end of a printed line. */
export const lineEndHyphens = '\\-\u2010\u058a\u00ac\u00ad';
/** Emphasis, exclamation and question mark, which Armenian sets inside the word, above the vowel. */
const armenianToneMarks = '\u055b\u055c\u055e';
/** They refer to a footnote: `2023¹` is the year. What they are a power of (m²) is found by its letters. */
const raisedDigits = '\u00b2\u00b3\u00b9\u2070\u2074-\u2079';
const invisible = '\u00ad\u200b-\u200d\u2060\ufeff';

const letter = `[[\\p{L}\\p{N}]--[\u02b9\u02bb\u02bc\u02be\u02bf${raisedDigits}]]`;
const inside = [
	`(?<=[\\p{L}\\p{M}])[${lineEndHyphens}]\\r?\\n[ \\t]*(?=[\\p{Ll}\\p{Lo}])`,
	`[${armenianToneMarks}](?=\\p{L})`,
	`[[\\p{L}\\p{N}\\p{M}${invisible}]--[\u02b9\u02bb\u02bc\u02be\u02bf${raisedDigits}]]`,
].join('|');
const wordHere = new RegExp(`${letter}(?:${inside})*(?:[${apostrophes}]${letter}(?:${inside})*)*`, 'vy');
const apostrophe = new RegExp(`[${apostrophes}]`, 'v');

/** What a UTF-16 unit may be to a word: nothing at all, always a letter of it, or one that only the expression can tell. */
const unitKinds = { outside: 1, letter: 2, unclear: 3 } as const;
/** By unit; 0 where it was not met yet. */
const kindOfUnit = new Uint8Array(0x10000);
const simpleLetter = new RegExp(`^${letter}$`, 'v');
const outsideWords = new RegExp(
	`^[[^\\p{L}\\p{N}\\p{M}\\p{Cs}${invisible}${apostrophes}${lineEndHyphens}${armenianToneMarks}][${raisedDigits}]]$`,
	'v',
);

function kindOf(unit: number): number {
	const known = kindOfUnit[unit] as number;
	if (known !== 0) return known;
	const character = String.fromCharCode(unit);
	let kind: number = unitKinds.unclear;
	if (simpleLetter.test(character)) kind = unitKinds.letter;
	else if (outsideWords.test(character)) kind = unitKinds.outside;
	kindOfUnit[unit] = kind;
	return kind;
}

// A capital T stays: French hardly begins a sentence with t’, Armenian names in Latin letters often do (T’oros).
const elided = /^(?:[ldcjmnsLDCJMNS]|t|(?:jus|lors|puis|pres|quel|quoi)?qu)$/i;
const elidedBefore = /^[aeiouyhœæ]/;
const turkicSuffix = new RegExp(
	`^(?:${[
		'[ny]?[ıiuü]n?', // accusative, genitive
		'[ny]?[aeə]', // dative
		'[nsy]?[ıiuü]?n?[dt][aeə]n?', // locative, ablative, with or without the possessive
		'(?:n?[dt][aeə])?ki.*', // -ki and its forms
		's[ıiuü]', // possessive
		'l[aeə]r.*', // plural and all that may follow
		'y?l[aeə]', // with
		'l[ıiuü].*', // -lı and its forms
		'[dt][ıiuü]r.*', // copula
		'y?ken',
		'[cç][aeə]',
	].join('|')})$`,
);

/**
 * The words of a text, in order. Soft hyphens, zero-width characters and a hyphen at the end of a line do not break a
 * word; a hyphen within a line does. After an apostrophe, French elision keeps the right part (`d’Erevan` → `Erevan`),
 * `’s` and Turkish or Azerbaijani case endings keep the left (`Lavrov’un` → `Lavrov`), anything else is one word.
 */
export function tokenise(text: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < text.length) {
		const kind = kindOf(text.charCodeAt(at));
		if (kind === unitKinds.outside) {
			at += 1;
			continue;
		}
		// Nearly all words are plain letters between others: they are cut without the expression, in a quarter of the time.
		const end = kind === unitKinds.letter ? endOfLetters(text, at) : at;
		if (end > at && isEnd(text, end)) {
			tokens.push({ text: text.slice(at, end), start: at, end });
			at = end;
			continue;
		}
		wordHere.lastIndex = at;
		const [raw] = wordHere.exec(text) ?? [];
		if (raw === undefined) {
			at += 1;
			continue;
		}
		const [from, to] = lookedUpPart(raw);
		tokens.push({ text: raw.slice(from, to), start: at + from, end: at + to });
		at += raw.length;
	}
	return tokens;
}

function endOfLetters(text: string, from: number): number {
	let end = from + 1;
	while (end < text.length && kindOf(text.charCodeAt(end)) === unitKinds.letter) end += 1;
	return end;
}

function isEnd(text: string, at: number): boolean {
	return at === text.length || kindOf(text.charCodeAt(at)) === unitKinds.outside;
}

function lookedUpPart(raw: string): [from: number, to: number] {
	const first = raw.search(apostrophe);
	if (first < 0) return [0, raw.length];
	const from = isElision(raw.slice(0, first), raw.slice(first + 1)) ? first + 1 : 0;
	const last = lastApostrophe(raw);
	const to = last > from && isSuffix(raw.slice(from, last), raw.slice(last + 1)) ? last : raw.length;
	return [from, to];
}

function isElision(left: string, right: string): boolean {
	if (!elided.test(left) || right.length < 2) return false;
	return !(left === 'T' && right !== right.toUpperCase()) && elidedBefore.test(bare(right));
}

function isSuffix(left: string, right: string): boolean {
	const ending = right.toLowerCase().replaceAll('i\u0307', 'i');
	return ending === 's' || (left.length > 2 && turkicSuffix.test(ending));
}

function lastApostrophe(raw: string): number {
	for (let at = raw.length - 1; at >= 0; at--) if (apostrophes.includes(raw.charAt(at))) return at;
	return -1;
}

function bare(text: string): string {
	return text.slice(0, 4).normalize('NFD').toLowerCase();
}
