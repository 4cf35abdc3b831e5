import { randomFrom } from '../../../e2e/fixtures/random.ts';
import type { CorpusPassage } from '../corpus/corpus-file.ts';
import { pick } from '../corpus/text.ts';
import { type BenchQuery, type QueryClass, type QueryFilter, queryClasses } from './bench-query.ts';
import { countBands, type WordBands } from './word-bands.ts';

/** Tune on the one, believe the other. */
export const querySeeds = { tuning: 101, 'held out': 2027 } as const;
export type QuerySeed = keyof typeof querySeeds;

/** Queries are drawn from this many passages at most: every larger corpus has them too, and is asked the same. */
export const passagesToDrawFrom = 10_000;

const longestTry = 200;
const yearsAsked = 10;

interface Draw {
	passages: readonly CorpusPassage[];
	bands: WordBands;
	random: () => number;
	/** Goes through the bands in turn. */
	turn: number;
}

/** `perClass` queries of each class, in turn, of words that some passage has. */
export function makeQueries(passages: readonly CorpusPassage[], seed: number, perClass: number): BenchQuery[] {
	const drawFrom = passages.slice(0, passagesToDrawFrom);
	const draw: Draw = { passages: drawFrom, bands: countBands(drawFrom), random: randomFrom(seed), turn: 0 };
	return Array.from({ length: perClass }, (_, turn) => {
		draw.turn = turn;
		return queryClasses.map((each) => makeQuery(each, draw));
	}).flat();
}

function makeQuery(queryClass: QueryClass, draw: Draw): BenchQuery {
	const { random } = draw;
	const plain = { class: queryClass, isPrefix: false, isPhrase: false, isNear: false, filter: null };
	const { passage, word } = wordOfBand(draw);
	const others = () => pick(passage.terms, random);
	switch (queryClass) {
		case 'single':
			return { ...plain, words: [word] };
		case 'three words':
			return { ...plain, words: [word, others(), others()] };
		case 'word, prefix':
			return { ...plain, words: [word, beginningOf(others(), random)], isPrefix: true };
		case 'prefix':
			return { ...plain, words: [shortBeginningOf(word, random)], isPrefix: true };
		case 'as typed': {
			const before = random() < 0.5 ? [word] : [word, others()];
			const slip = Math.floor(random() * before.length);
			const written = before.map((each, at) => (at === slip ? withSlip(each, random) : each));
			return { ...plain, words: [...written, beginningOf(others(), random)], isPrefix: true, isNear: true };
		}
		case 'phrase':
			return { ...plain, words: sequenceFrom(passage.terms, word, random), isPhrase: true };
		case 'filter':
			return { ...plain, words: [word], filter: filterFor(passage, draw.turn, random) };
	}
}

/** A word of the band whose turn it is, or of another where a small corpus has none, in a passage that has it. */
function wordOfBand({ passages, bands, random, turn }: Draw): { passage: CorpusPassage; word: string } {
	const wanted = turn % bands.count;
	for (let tries = 1; ; tries += 1) {
		const passage = pick(passages, random);
		const word = pick(passage.terms, random);
		const band = bands.of(word);
		if (band === wanted || (band !== null && tries > longestTry)) return { passage, word };
	}
}

/** As far as people type before they look: three letters at least, where there are as many. */
function beginningOf(word: string, random: () => number): string {
	const letters = [...word];
	return letters.slice(0, 3 + Math.floor(random() * Math.max(1, letters.length - 3))).join('');
}

/** Two letters as often as three or four. */
function shortBeginningOf(word: string, random: () => number): string {
	return [...word].slice(0, random() < 0.5 ? 2 : 3 + Math.floor(random() * 2)).join('');
}

/** Two or three words as they stand beside each other. */
function sequenceFrom(terms: readonly string[], word: string, random: () => number): string[] {
	const length = random() < 0.6 ? 2 : 3;
	const start = Math.max(0, Math.min(terms.indexOf(word), terms.length - length));
	return terms.slice(start, start + length);
}

function filterFor({ kind, language, date }: CorpusPassage, turn: number, random: () => number): QueryFilter {
	if (turn % 3 === 0) return { kind };
	if (turn % 3 === 1) return { language };
	const from = Number(date.slice(0, 4)) - Math.floor(random() * yearsAsked);
	return { years: { from, to: from + yearsAsked } };
}

/** A letter left out, doubled or changed with the next. */
function withSlip(word: string, random: () => number): string {
	const letters = [...word];
	if (letters.length < 5) return word;
	const at = 1 + Math.floor(random() * (letters.length - 2));
	const [letter = '', next = ''] = letters.slice(at, at + 2);
	letters.splice(at, 2, ...pick([[next], [letter, letter, next], [next, letter]], random));
	return letters.join('');
}
