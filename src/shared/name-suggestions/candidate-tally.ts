import type { NameKind } from '../domain/name.ts';
import { type CandidateExample, candidateEvidences, type FoundCandidate } from '../domain/name-suggestion.ts';
import { knownForms } from '../known-forms/known-forms.ts';
import { excerptAround } from '../text/excerpt.ts';
import { candidateKey } from './candidate-key.ts';
import { type LookedWord, lookAtWords } from './capital-words.ts';
import { findCandidates, type KnownWords } from './find-candidates.ts';

/** A passage to look for names in. */
export interface ScannedPassage extends Omit<CandidateExample, 'context' | 'start' | 'end'> {
	text: string;
}

const mostExamples = 3;

/** What looks like names in some passages: one entry for all forms of the same words. */
export function candidatesIn(passages: readonly ScannedPassage[]): FoundCandidate[] {
	const looked = passages.map(({ text }) => lookAtWords(text));
	const known = knownIn(passages, looked);
	const found = new Map<string, FoundCandidate>();
	for (const [at, passage] of passages.entries()) {
		const { text, language } = passage;
		for (const candidate of findCandidates(text, language, known, looked[at])) {
			const { start, end, kind, evidence } = candidate;
			const spelling = text.slice(start, end).replace(/\s+/g, ' ');
			if (evidence === 'capitals' && isOfKnownPlace(spelling)) continue;
			const key = candidateKey(spelling);
			const inTable = knownByKey().get(key);
			const one: FoundCandidate = {
				key,
				spellings: { [spelling]: 1 },
				kind: inTable?.kind ?? (kind === 'place' && evidence === 'capitals' && personKeys().has(key) ? 'person' : kind),
				evidence: inTable ? 'known' : evidence,
				...(inTable && { knownId: inTable.id }),
				count: 1,
				examples: [exampleOf(passage, start, end)],
			};
			const before = found.get(key);
			found.set(key, before ? joined(before, one) : one);
		}
	}
	return [...found.values()];
}

/** Two findings of the same words as one; the surer one says what they are. */
export function joined(one: FoundCandidate, other: FoundCandidate): FoundCandidate {
	const sure = (candidate: FoundCandidate) => candidateEvidences.indexOf(candidate.evidence);
	const surer = sure(other) < sure(one) ? other : one;
	const spellings = { ...one.spellings };
	for (const [spelling, count] of Object.entries(other.spellings))
		spellings[spelling] = (spellings[spelling] ?? 0) + count;
	return {
		...surer,
		spellings,
		count: one.count + other.count,
		examples: [...one.examples, ...other.examples].slice(0, mostExamples),
	};
}

/** The spelling to suggest: the most frequent one; of equals the shortest, which has the fewest endings. */
export function mainSpelling({ spellings }: Pick<FoundCandidate, 'spellings'>): string {
	const [first] = Object.entries(spellings).sort(
		([one, often], [other, oftenOther]) => oftenOther - often || one.length - other.length || (one < other ? -1 : 1),
	);
	return first?.[0] ?? '';
}

/** What the passages and the table of known forms tell; which places are said to be some, only once it is asked. */
function knownIn(passages: readonly ScannedPassage[], looked: readonly (readonly LookedWord[])[]): KnownWords {
	const ordinary = wordsWithoutCapital(looked);
	const isOrdinary = (lower: string) => ordinary.has(lower);
	const isOfTable = (words: string) => knownByKey().get(candidateKey(words))?.kind === 'place';
	let said: ReadonlySet<string> | undefined;
	const saidPlaces = () =>
		new Set(
			passages.flatMap(({ text, language }, at) =>
				findCandidates(text, language, { isOrdinary, isPlace: isOfTable }, looked[at])
					.filter(({ kind, evidence }) => kind === 'place' && evidence === 'title')
					.map(({ start, end }) => candidateKey(text.slice(start, end))),
			),
		);
	const isSaid = (words: string) => {
		said ??= saidPlaces();
		return said.has(candidateKey(words));
	};
	return { isOrdinary, isPlace: (words) => isOfTable(words) || isSaid(words) };
}

function wordsWithoutCapital(looked: readonly (readonly LookedWord[])[]): ReadonlySet<string> {
	const ordinary = new Set<string>();
	for (const words of looked) for (const { isCapital, lower } of words) if (!isCapital) ordinary.add(lower);
	return ordinary;
}

function exampleOf({ text, ...place }: ScannedPassage, start: number, end: number): CandidateExample {
	const { text: context, start: from } = excerptAround(text, start, end);
	return { ...place, context, start: start - from, end: end - from };
}

/** What is or comes from a place, where that is written with a capital: `Sampland`, `Samplander`. */
const ofPlace =
	/^(\p{L}{3,}?)(?:n|ns|an|ans|ian|ians|i|is|ish|er|ers|ese|ais|aise|aises|ois|oise|oises|ien|iens|ienne|iennes|l[ıiuü](?:l[aeə]r)?)$/u;

/** The places, by their keys, of which a word may tell that somebody or something is from there. */
export function placeKeysIn(spelling: string): string[] {
	const [, shortest] = ofPlace.exec(spelling) ?? [];
	if (shortest === undefined) return [];
	const keys: string[] = [];
	for (let length = shortest.length; length < spelling.length; length += 1)
		keys.push(candidateKey(spelling.slice(0, length)));
	return keys;
}

function isOfKnownPlace(spelling: string): boolean {
	if (knownByKey().has(candidateKey(spelling))) return false;
	return placeKeysIn(spelling).some((key) => knownByKey().get(key)?.kind === 'place');
}

interface KnownPlace {
	id: NonNullable<FoundCandidate['knownId']>;
	kind: NameKind;
}

let persons: ReadonlySet<string> | undefined;

/** Given names and surnames of the table: they name nobody by themselves, and no place either. */
function personKeys(): ReadonlySet<string> {
	persons ??= new Set(
		knownForms().flatMap(({ kind, forms }) =>
			kind === 'given-name' || kind === 'surname' ? forms.map(({ text }) => candidateKey(text)) : [],
		),
	);
	return persons;
}

let known: ReadonlyMap<string, KnownPlace> | undefined;

/** Places and organisations of the table of known forms; a given name alone names nobody. */
function knownByKey(): ReadonlyMap<string, KnownPlace> {
	known ??= new Map(
		knownForms().flatMap(({ id, kind, forms }) =>
			kind === 'place' || kind === 'organisation'
				? forms.map(({ text }) => [candidateKey(text), { id, kind }] as const)
				: [],
		),
	);
	return known;
}
