import type { NameKind } from '../domain/name.ts';
import type { CandidateEvidence } from '../domain/name-suggestion.ts';
import { isHeading, type LookedWord, lookAtWords } from './capital-words.ts';
import { signalWords } from './signal-words.ts';

/** Words of a text that may be a name: UTF-16 offsets, and what they are most likely. */
export interface TextCandidate {
	start: number;
	end: number;
	kind: NameKind;
	evidence: CandidateEvidence;
}

const longestName = 8;
const shortestWord = 3;
/** Languages in which every noun has a capital. */
const capitalNouns = /^(?:de|lb)\b/;
/** Before what is one of many, and hardly before what somebody is called. */
const articles: ReadonlySet<string> = new Set(['a', 'an', 'un', 'une']);
/** What looks like initials, and is no person's. */
const states: ReadonlySet<string> = new Set(['us', 'usa', 'uk', 'un', 'eu', 'ussr']);
const georgian = /^[ა-ჿ]+$/;

/** What the other texts tell of words. */
export interface KnownWords {
	/** Whether the texts have this word, in lower case, without a capital. */
	isOrdinary(lower: string): boolean;
	/** Whether words are surely a place's. */
	isPlace(words: string): boolean;
}

/**
 * The runs of capital words, and what follows a title in scripts without capitals. A word at the beginning of a sentence
 * is no name where it is an ordinary one.
 *
 * @param words of the text, where somebody has looked at them already
 */
export function findCandidates(
	text: string,
	language: string,
	known: KnownWords,
	words: readonly LookedWord[] = lookAtWords(text),
): TextCandidate[] {
	if (isHeading(text, words)) return [];
	const found: TextCandidate[] = [];
	for (let at = 0; at < words.length; ) {
		const end = words[at]?.isCapital ? endOfRun(words, at) : at + 1;
		const candidate = words[at]?.isCapital
			? candidateOf({ text, words, language, known }, at, end)
			: afterTitle(words, at);
		if (candidate) found.push(candidate);
		at = end;
	}
	return found;
}

/** The first word after a run of capitals, of which small words between two capitals are part. */
function endOfRun(words: readonly LookedWord[], from: number): number {
	let end = from + 1;
	while (end < words.length && end - from < longestName) {
		const next = words[end];
		if (!next?.isJoined) break;
		if (next.isCapital) end += 1;
		else if (signalWords.joining.has(next.lower) && words[end + 1]?.isJoined && words[end + 1]?.isCapital) end += 2;
		else break;
	}
	return end;
}

interface Looked {
	text: string;
	words: readonly LookedWord[];
	language: string;
	known: KnownWords;
}

function candidateOf(looked: Looked, from: number, to: number): TextCandidate | null {
	const { words, language, known } = looked;
	// What stands before a title is part of it: `Deputy Prime Minister`.
	const titled = words.slice(from, to - 1).findLastIndex(({ lower }) => signalWords.titles.has(lower));
	const hasTitle = titled >= 0 || titleBefore(words, from);
	let start = from + titled + 1;
	for (let word = words[start]; word && start < to; word = words[start]) {
		const isOpener = word.isFirst && (signalWords.openers.has(word.lower) || known.isOrdinary(word.lower));
		const isOrdinaryWord = signalWords.ordinary.has(word.lower) || isOpener;
		if (word.isInitial || !isOrdinaryWord) break;
		start += 1;
	}
	while (start < to && signalWords.joining.has(words[start]?.lower ?? '')) start += 1;
	const end = endOfName(looked, start, to);
	const run = words.slice(start, end);
	const [first] = run;
	const last = run.at(-1);
	if (!first || !last || run.every(({ isInitial }) => isInitial)) return null;
	if (signalWords.happenings.has(last.lower)) return null;
	const kind = kindOf(words, start, end, hasTitle);
	const hasSignal = hasTitle || kind.isSaid;
	if (run.length === 1 && !hasSignal && !standsAlone(first, language, known)) return null;
	return { start: first.start, end: last.end, kind: kind.kind, evidence: hasSignal ? 'title' : 'capitals' };
}

/**
 * `Rimwald Armenian` is Rimwald, and somebody of it; by itself such a word is nothing. But it may be a surname, too: it is
 * cut off only where it cannot be one, or where what is left is a place.
 */
function endOfName({ text, words, known }: Looked, from: number, to: number): number {
	let end = to;
	while (end > from && isOfPeople(words[end - 1])) end -= 1;
	const [first, last] = [words[from], words[end - 1]];
	if (end === to || !first || isBorne(words, from, end, known)) return to;
	if (end === from || isMany(words[to - 1]) || isState(words.slice(from, end))) return end;
	if (articles.has(words[from - 1]?.lower ?? '')) return end;
	return last && known.isPlace(text.slice(first.start, last.end)) ? end : to;
}

/** Whether what stands before says that the word is somebody's name: initials, or a title that is no ordinary word there. */
function isBorne(words: readonly LookedWord[], from: number, end: number, { isOrdinary }: KnownWords): boolean {
	if (end > from && words[end - 1]?.isInitial) return !isState(words.slice(from, end));
	const title = end === from && titleBefore(words, from) ? words[from - 1] : undefined;
	// `Major European powers`, and `major` without its capital.
	return title?.isCapital === true && !(title.isFirst && isOrdinary(title.lower));
}

/** `U.S.` */
function isState(words: readonly LookedWord[]): boolean {
	return words.every(({ isInitial }) => isInitial) && states.has(words.map(({ lower }) => lower).join(''));
}

function isOfPeople(word: LookedWord | undefined): boolean {
	return word !== undefined && signalWords.peoples.has(word.lower);
}

/** `Armenians`: no surname. */
function isMany(word: LookedWord | undefined): boolean {
	const one = word?.lower.replace(/(?:s|l[aeə]r)$/, '');
	return one !== undefined && one !== word?.lower && signalWords.peoples.has(one);
}

/** Whether one capital word is enough: it is long enough, and its capital is not that of a sentence, a noun, a month or a title. */
function standsAlone(word: LookedWord, language: string, { isOrdinary }: KnownWords): boolean {
	if (word.isFirst || capitalNouns.test(language) || [...word.text].length < shortestWord) return false;
	if (signalWords.calendar.has(word.lower) || signalWords.titles.has(word.lower)) return false;
	return word.isAllCapitals || !isOrdinary(word.lower);
}

function titleBefore(words: readonly LookedWord[], at: number): boolean {
	const before = words[at - 1];
	return before !== undefined && words[at]?.isJoined === true && signalWords.titles.has(before.lower);
}

function kindOf(
	words: readonly LookedWord[],
	from: number,
	to: number,
	hasTitle: boolean,
): { kind: NameKind; isSaid: boolean } {
	const run = words.slice(from, to);
	const isIn = (set: ReadonlySet<string>) => (word: LookedWord | undefined) =>
		word !== undefined && set.has(word.lower);
	if (run.some(isIn(signalWords.organisations))) return { kind: 'organisation', isSaid: run.length > 1 };
	// `Foreign Minister`, with nobody's name after it.
	if (isIn(signalWords.titles)(run.at(-1))) return { kind: 'role', isSaid: false };
	if (hasTitle) return { kind: 'person', isSaid: true };
	if (run.length > 1 && isIn(signalWords.placesAfter)(run.at(-1))) return { kind: 'place', isSaid: true };
	const isAfterPlace = isPlaceBefore(words, from);
	if (isAfterPlace || (words[to]?.isJoined && isIn(signalWords.placesAfter)(words[to])))
		return { kind: 'place', isSaid: true };
	if (run.every(({ isAllCapitals }) => isAllCapitals)) return { kind: 'organisation', isSaid: false };
	return { kind: run.length > 1 ? 'person' : 'place', isSaid: false };
}

/** `city Alpha`, `city of Alpha`, `г. Альфа`. */
function isPlaceBefore(words: readonly LookedWord[], at: number): boolean {
	const [before, farther] = [words[at - 1], words[at - 2]];
	if (!before || words[at]?.isFirst) return false;
	if (signalWords.placesBefore.has(before.lower)) return true;
	return signalWords.joining.has(before.lower) && farther !== undefined && signalWords.placesBefore.has(farther.lower);
}

/** In a script without capitals: the two words after a title. */
function afterTitle(words: readonly LookedWord[], at: number): TextCandidate | null {
	const [title, first, second] = [words[at], words[at + 1], words[at + 2]];
	if (!title || !first || !signalWords.titles.has(title.lower) || !georgian.test(first.text) || !first.isJoined)
		return null;
	const last = second?.isJoined && georgian.test(second.text) ? second : first;
	return { start: first.start, end: last.end, kind: 'person', evidence: 'title' };
}
