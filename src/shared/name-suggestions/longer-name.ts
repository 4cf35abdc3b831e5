import { tokenise } from '../text/tokenise.ts';
import { type LookedWord, lookAtWords } from './capital-words.ts';
import { findCandidates, type KnownWords, type TextCandidate } from './find-candidates.ts';

const nothingKnown: KnownWords = { isOrdinary: () => false, isPlace: () => false };

/** UTF-16 offsets of words in a text. */
type Words = readonly [start: number, end: number, ...rest: unknown[]];

/**
 * What a text calls somebody where it has a family name within a longer one: `Vanda Quill`, where `Quill` was looked for.
 * Null where the family name stands by itself, or after nothing but a title, anywhere in the text; and where what stands
 * before it are the initials of one of the forms, or initials in a script of which there is no form.
 *
 * @param language BCP 47; '' or `und` where it is not known
 * @param marks where the family name stands
 * @param forms of the name that is looked for
 */
export function longerNameIn(
	text: string,
	language: string,
	marks: readonly Words[],
	forms: readonly string[],
): string | null {
	if (marks.length === 0) return null;
	const words = lookAtWords(text);
	const lower = new Set(words.filter(({ isCapital }) => !isCapital).map((word) => word.lower));
	const known = { ...nothingKnown, isOrdinary: (word: string) => lower.has(word) };
	const candidates = findCandidates(text, language, known, words);
	let first: string | null = null;
	for (const [start, end] of marks) {
		const run = candidates.find((one) => one.start <= start && one.end >= end);
		const others = run ? words.filter((word) => isAround(word, run, start, end)) : [];
		// `Quill of Rimwald` may be anybody.
		const after = others.filter((word) => word.start >= end);
		const cut = after.find((word) => !word.isCapital)?.start ?? Infinity;
		const own = withoutFirst(others.filter((word) => word.start < cut));
		if (own.length === 0 || areInitialsOf(own, forms)) return null;
		const ends = own.at(-1)?.end ?? end;
		first ??= text.slice(Math.min(start, own[0]?.start ?? start), Math.max(end, ends));
	}
	return first;
}

function isAround(word: LookedWord, run: TextCandidate, start: number, end: number): boolean {
	return word.start >= run.start && word.end <= run.end && (word.end <= start || word.start >= end);
}

/**
 * The capital at the beginning of a sentence says nothing: such a word is taken for a name where there is no other, and
 * neither the passage nor the words that begin sentences have it as an ordinary one.
 */
function withoutFirst(words: readonly LookedWord[]): readonly LookedWord[] {
	return words.length > 1 && words[0]?.isFirst && !words[0].isInitial ? words.slice(1) : words;
}

/** `Z. Quill`, looked for as `Zorba Quill`. */
function areInitialsOf(words: readonly LookedWord[], forms: readonly string[]): boolean {
	if (!words.every(({ isInitial }) => isInitial)) return false;
	const own = new Set(forms.flatMap((form) => tokenise(form).map(({ text }) => firstLetter(text))));
	const known = words.filter(({ text }) => isOfScriptOf(text, own));
	return known.every(({ text }) => own.has(firstLetter(text)));
}

function firstLetter(word: string): string {
	return ([...word][0] ?? '').toUpperCase();
}

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Armenian}/u, /\p{Script=Georgian}/u];

function isOfScriptOf(initial: string, letters: ReadonlySet<string>): boolean {
	const script = scripts.find((one) => one.test(initial));
	return script === undefined || [...letters].some((letter) => script.test(letter));
}
