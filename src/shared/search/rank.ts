import type { Engine } from './engine.ts';
import type { Matches } from './query/evaluate-query.ts';
import type { SearchSort } from './search-query.ts';

// Folding makes Susa and Şuşa one word: among the first hits those that have the very letters come first.
const mostCompared = 50;
const literalBonus = 0.05;
/** Scores are below this. */
const highestScore = 8;
const scoreSteps = 2 ** 22;
/** More matches than an index ever has documents. */
const rowSteps = 2 ** 26;
const bucketCount = 4096;

/** The rows of matches from the best on, sorted as far as anybody looks. */
export interface Ranking {
	/** Row numbers of these positions. */
	rows(from: number, to: number): ArrayLike<number>;
}

/** What is equal keeps the order in which it was indexed. */
export function rank(engine: Engine, matches: Matches, sort: SearchSort): Ranking {
	if (sort === 'best') return rankByScore(matches.scores);
	const best = sortedByScore(matches.scores);
	if (sort === 'record') return whole(byRecord(engine, matches, best));
	return whole(byDate(engine, matches, best, sort));
}

/**
 * Raises the first hits that have the words of the query to the letter. False, and nothing is changed, while a text is
 * not at hand.
 *
 * @param textOf asked of a document; null where its text has to be fetched first
 * @param words those of the query, as typed
 */
export function preferLiteral(
	{ docs, scores }: Matches,
	textOf: (doc: number) => string | null,
	words: readonly string[],
): boolean {
	const wanted = words.map(asWritten);
	const rows = Array.from(rankByScore(scores).rows(0, mostCompared));
	const texts = rows.map((row) => textOf(docs[row] as number));
	if (texts.includes(null)) return false;
	for (const [at, row] of rows.entries()) {
		const text = asWritten(texts[at] ?? '');
		if (wanted.every((word) => text.includes(word))) scores[row] = (scores[row] as number) + literalBonus;
	}
	return true;
}

/** The same letters in one form, however they were composed. */
function asWritten(text: string): string {
	return text.normalize('NFC').toLowerCase();
}

function whole(rows: Uint32Array): Ranking {
	return { rows: (from, to) => rows.subarray(from, to) };
}

/** A screen of a million hits is found by counting how many reach which score; sorting all of them waits until asked for. */
function rankByScore(scores: Float32Array): Ranking {
	let sorted: Uint32Array = new Uint32Array(0);
	return {
		rows(from, to) {
			const wanted = Math.min(to, scores.length);
			if (sorted.length < wanted) sorted = firstByScore(scores, wanted * 2);
			return sorted.subarray(from, to);
		},
	};
}

function firstByScore(scores: Float32Array, wanted: number): Uint32Array {
	if (wanted * 4 >= scores.length) return sortedByScore(scores);
	const counts = new Uint32Array(bucketCount);
	for (const score of scores) {
		const bucket = bucketOf(score);
		counts[bucket] = (counts[bucket] as number) + 1;
	}
	let least = bucketCount - 1;
	for (let reached = counts[least] as number; reached < wanted && least > 0; ) {
		least -= 1;
		reached += counts[least] as number;
	}
	const rows: number[] = [];
	for (let row = 0; row < scores.length; row++) if (bucketOf(scores[row] as number) >= least) rows.push(row);
	return sortedByScore(scores, rows);
}

function bucketOf(score: number): number {
	return Math.min(bucketCount - 1, Math.floor((score / highestScore) * bucketCount));
}

// Numbers sort many times faster than a comparison is called: score and row are one number.
function sortedByScore(scores: Float32Array, rows: ArrayLike<number> = [...scores.keys()]): Uint32Array {
	return sortedBy(rows, (row) => Math.round((1 - (scores[row] as number) / highestScore) * scoreSteps));
}

/** @param keyOf a whole number below 2 ** 27; rows of equal keys keep their order */
function sortedBy(rows: ArrayLike<number>, keyOf: (row: number) => number): Uint32Array {
	const keys = Float64Array.from(rows, (row) => keyOf(row) * rowSteps + row).sort();
	return Uint32Array.from(keys, (key) => key % rowSteps);
}

/** Records by their best hit; the hits of one in the order of reading. */
function byRecord(engine: Engine, { docs }: Matches, best: Uint32Array): Uint32Array {
	const places = new Map<string, number>();
	const placeOfRow = new Uint32Array(docs.length);
	for (const row of best) {
		const { id } = ownerOf(engine, docs[row] as number);
		const place = places.get(id) ?? places.size;
		places.set(id, place);
		placeOfRow[row] = place;
	}
	const inText = sortedBy([...docs.keys()], (row) => {
		const doc = docs[row] as number;
		const { kind } = engine.factsOf(engine.groupOf(doc)).document;
		return (engine.ordinalOf(doc) + 1) * readingOrders + readingOrder[kind];
	});
	return inBuckets(inText, placeOfRow, places.size);
}

const readingOrder = { title: 0, description: 1, passage: 2, note: 3, name: 4 } as const;
const readingOrders = 8;

/** Without a date there is no place in time: such records come last in both directions. */
function byDate(engine: Engine, { docs }: Matches, best: Uint32Array, sort: 'newest' | 'oldest'): Uint32Array {
	const dates = new Map<string, number[]>();
	for (const row of best) {
		const { edtf, year } = dateOf(engine, docs[row] as number);
		const key = year === null ? '' : `${year} ${edtf}`;
		const rows = dates.get(key);
		if (rows) rows.push(row);
		else dates.set(key, [row]);
	}
	const undated = dates.get('') ?? [];
	dates.delete('');
	const dated = [...dates.values()].map((rows) => ({ rows, ...dateOf(engine, docs[rows[0] as number] as number) }));
	dated.sort((one, other) => (one.year ?? 0) - (other.year ?? 0) || compare(one.edtf, other.edtf));
	if (sort === 'newest') dated.reverse();
	return Uint32Array.from([...dated.map(({ rows }) => rows), undated].flat());
}

function dateOf(engine: Engine, doc: number): { edtf: string; year: number | null } {
	const { owner } = engine.factsOf(engine.groupOf(doc));
	return { edtf: owner.owner.dateEdtf.replace(/[^\dX-]/g, ''), year: owner.years?.from ?? null };
}

function ownerOf(engine: Engine, doc: number) {
	return engine.factsOf(engine.groupOf(doc)).owner.owner;
}

/** Rows by the bucket of each, keeping their order within one. */
function inBuckets(rows: Uint32Array, bucketOfRow: Uint32Array, count: number): Uint32Array {
	const starts = new Uint32Array(count + 1);
	for (const row of rows) {
		const next = (bucketOfRow[row] as number) + 1;
		starts[next] = (starts[next] as number) + 1;
	}
	for (let at = 1; at <= count; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
	const sorted = new Uint32Array(rows.length);
	for (const row of rows) {
		const bucket = bucketOfRow[row] as number;
		const at = starts[bucket] as number;
		sorted[at] = row;
		starts[bucket] = at + 1;
	}
	return sorted;
}

function compare(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}
