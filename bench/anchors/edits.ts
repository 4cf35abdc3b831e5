import { inventName, inventNumber } from './look-alikes.ts';
import type { RevisionRules, Unit } from './revision.ts';

export type EditKind =
	| 'none'
	| 'spelling'
	| 'typography'
	| 'split'
	| 'joined'
	| 'moved'
	| 'deleted'
	| 'sentence deleted'
	| 'other name'
	| 'other number'
	| 'look-alike beside'
	| 'look-alike instead';

type Edit = (units: Unit[], rules: RevisionRules) => Unit[][];

/** What each kind makes of one paragraph; joining and moving are done among paragraphs, later. */
export const edits: Record<EditKind, Edit> = {
	none: (units) => [units],
	joined: (units) => [units],
	moved: (units) => [units],
	deleted: () => [],
	spelling: (units, rules) => [respell(units, rules)],
	typography: (units, rules) => [reset(units, rules)],
	split(units, { random }) {
		const spaces = units.flatMap(({ character }, at) => (character === ' ' ? [at] : []));
		const at = spaces[Math.floor(random() * spaces.length)];
		return at === undefined ? [units] : [units.slice(0, at), units.slice(at + 1)];
	},
	'sentence deleted'(units, { random }) {
		const ends = [-1, ...units.flatMap(({ character }, at) => (/[.։。;,]/.test(character) ? [at] : []))];
		const chosen = Math.floor(random() * (ends.length - 1));
		const from = ends[chosen];
		const to = ends[chosen + 1];
		if (from === undefined || to === undefined) return [units];
		return [[...units.slice(0, from + 1), ...units.slice(to + 1)]];
	},
	'other name': (units, rules) => [exchange(units, rules, 'name')],
	'other number': (units, rules) => [exchange(units, rules, 'number')],
	'look-alike beside'(units, rules) {
		const twin = asNew(exchange(units, rules, rules.random() < 0.5 ? 'name' : 'number'));
		if (isSameText(twin, units)) return [units];
		return rules.random() < 0.5 ? [twin, units] : [units, twin];
	},
	'look-alike instead': (units, rules) => [exchangeAll(units, rules)],
};

function isSameText(a: readonly Unit[], b: readonly Unit[]): boolean {
	return a.length === b.length && a.every(({ character }, at) => character === b[at]?.character);
}

function asNew(units: readonly Unit[]): Unit[] {
	return units.map(({ character }) => ({ character, origin: -1 }));
}

interface FoundWord {
	start: number;
	end: number;
	text: string;
}

function wordsOf(units: readonly Unit[]): FoundWord[] {
	const words: FoundWord[] = [];
	let start = 0;
	for (let at = 0; at <= units.length; at += 1) {
		const isInside = at < units.length && /[\p{L}\p{M}\p{N}]/u.test(units[at]?.character ?? '');
		if (isInside) continue;
		if (at > start) {
			const text = units
				.slice(start, at)
				.map(({ character }) => character)
				.join('');
			words.push({ start, end: at, text });
		}
		start = at + 1;
	}
	return words;
}

/** One name or number becomes another; where the paragraph has none, it stays. */
function exchange(units: readonly Unit[], { random, writing }: RevisionRules, what: 'name' | 'number'): Unit[] {
	const words = wordsOf(units);
	const isMeant = ({ text, start }: FoundWord) =>
		what === 'number' ? /^\d+$/.test(text) : start > 0 && /^\p{Lu}\p{Ll}{2,}$/u.test(text);
	const found = words.filter(isMeant);
	const chosen = found[Math.floor(random() * found.length)];
	if (!chosen) return [...units];
	const other = what === 'number' ? inventNumber(random) : inventName(writing, random);
	if (other === chosen.text) return [...units];
	return [...units.slice(0, chosen.start), ...replaceWord(units, chosen, other), ...units.slice(chosen.end)];
}

/** Another of the same mould: every name and number is another. */
function exchangeAll(units: readonly Unit[], { random, writing }: RevisionRules): Unit[] {
	const revised = [...units];
	for (const word of wordsOf(units).reverse()) {
		const isNumber = /^\d+$/.test(word.text);
		if (!isNumber && !(word.start > 0 && /^\p{Lu}\p{Ll}{2,}$/u.test(word.text))) continue;
		const other = isNumber ? inventNumber(random) : inventName(writing, random);
		if (other === word.text) continue;
		revised.splice(word.start, word.end - word.start, ...replaceWord(units, word, other));
	}
	return revised;
}

/** The new letters stand for the old ones, as far as there are any, so that the place is known. */
function replaceWord(units: readonly Unit[], word: FoundWord, other: string): Unit[] {
	const old = units.slice(word.start, word.end);
	const letters = [...other];
	const kept = letters.map((character, at) => ({ character, origin: old[at]?.origin ?? -1, isOther: true }));
	const gone = old.slice(letters.length).map(({ origin }) => ({ character: '', origin, isOther: true }));
	return [...kept, ...gone];
}

/** Every eighth longer word in lower case is spelt otherwise: two letters change places, or one is doubled or left out. */
function respell(units: readonly Unit[], { random }: RevisionRules): Unit[] {
	const revised = units.map((unit) => ({ ...unit }));
	for (const { start, end, text } of wordsOf(units).reverse()) {
		if (end - start < 5 || /\p{Lu}|\p{N}/u.test(text) || random() > 1 / 8) continue;
		const at = start + 1 + Math.floor(random() * (end - start - 3));
		const way = random();
		const [one, two] = [revised[at], revised[at + 1]];
		if (!one || !two) continue;
		if (way < 0.4) revised.splice(at, 2, two, one);
		else if (way < 0.7) revised.splice(at, 0, { character: one.character, origin: -1 });
		else revised.splice(at, 1);
	}
	return revised;
}

const typographic: Record<string, string> = {
	'"': '“',
	"'": '’',
	'’': "'",
	'«': '„',
	'»': '“',
	'-': '–',
	' ': '\u00a0',
	ё: 'е',
	և: 'եւ',
};

/** Quotation marks, dashes and spaces of another hand, soft hyphens, and words broken at the ends of lines. */
function reset(units: readonly Unit[], { random }: RevisionRules): Unit[] {
	const revised: Unit[] = [];
	units.forEach((unit, at) => {
		const other = typographic[unit.character];
		const isSpace = unit.character === ' ';
		revised.push(other && (!isSpace || random() < 0.1) ? { ...unit, character: other } : unit);
		const isInWord = [at - 2, at - 1, at, at + 1, at + 2].every((near) => /\p{Ll}/u.test(units[near]?.character ?? ''));
		if (isInWord && random() < 0.04) revised.push({ character: random() < 0.5 ? '-\n' : '\u00ad', origin: -1 });
	});
	return revised;
}
