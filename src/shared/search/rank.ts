import type { Engine } from './engine.ts';
import type { Matches } from './query/evaluate-query.ts';
import type { SearchSort } from './search-query.ts';

// Folding makes Susa and Şuşa one word: among the first hits those that have the very letters come first.
const mostCompared = 24;
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
	rows(from: number, to: number): Uint32Array;
}

/** The rows by score alone. */
export interface ScoreRanking extends Ranking {
	/** Adds to the scores of some of the first `most` rows; none of the others comes before these for it. */
	raise(most: number, bonusOf: (row: number) => number): void;
}

/** What is equal keeps the order in which it was indexed. */
export function rank(engine: Engine, matches: Matches, sort: SearchSort, byScore: ScoreRanking): Ranking {
	if (sort === 'best') return byScore;
	const best = Uint32Array.from(byScore.rows(0, matches.docs.length));
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
	ranking: ScoreRanking,
	{ docs }: Matches,
	textOf: (doc: number) => string | null,
	words: readonly string[],
): boolean {
	const wanted = words.map(asWritten);
	let isReady = true;
	// All are asked for, so that what is missing is fetched together.
	for (const row of ranking.rows(0, mostCompared)) if (textOf(docs[row] as number) === null) isReady = false;
	if (!isReady) return false;
	ranking.raise(mostCompared, (row) => {
		const text = asWritten(textOf(docs[row] as number) ?? '');
		return wanted.every((word) => text.includes(word)) ? literalBonus : 0;
	});
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
export function rankByScore(scores: Float32Array): ScoreRanking {
	let sorted: Uint32Array = new Uint32Array(0);
	function rows(from: number, to: number): Uint32Array {
		const wanted = Math.min(to, scores.length);
		if (sorted.length < wanted) sorted = firstByScore(scores, wanted * 2);
		return sorted.subarray(from, to);
	}
	return {
		rows,
		raise(most, bonusOf) {
			const first = rows(0, most);
			for (const row of first) scores[row] = (scores[row] as number) + bonusOf(row);
			first.set(sortedByScore(scores, first.slice().sort()));
		},
	};
}

function firstByScore(scores: Float32Array, wanted: number): Uint32Array {
	if (wanted * 4 >= scores.length) return sortedByScore(scores);
	const [best, worst] = extremes(scores);
	// Most hits lie close together: buckets are of what lies between. Equal keys are never parted.
	const shift = Math.max(0, Math.ceil(Math.log2((worst - best + 1) / bucketCount)));
	const buckets = new Uint16Array(scores.length);
	const counts = new Uint32Array(bucketCount);
	for (let row = 0; row < scores.length; row++) {
		const bucket = (keyOf(scores[row] as number) - best) >> shift;
		buckets[row] = bucket;
		counts[bucket] = (counts[bucket] as number) + 1;
	}
	let last = 0;
	for (let reached = counts[last] as number; reached < wanted && last < bucketCount - 1; ) {
		last += 1;
		reached += counts[last] as number;
	}
	const rows: number[] = [];
	for (let row = 0; row < buckets.length; row++) if ((buckets[row] as number) <= last) rows.push(row);
	return sortedByScore(scores, rows);
}

/** The keys of the highest score and of the lowest. */
function extremes(scores: Float32Array): [best: number, worst: number] {
	let [lowest, highest] = [highestScore, 0];
	for (let row = 0; row < scores.length; row++) {
		const score = scores[row] as number;
		if (score < lowest) lowest = score;
		if (score > highest) highest = score;
	}
	return [keyOf(highest), keyOf(lowest)];
}

/** The better a score, the lower its key. */
function keyOf(score: number): number {
	return Math.round((1 - score / highestScore) * scoreSteps);
}

// Numbers sort many times faster than a comparison is called: score and row are one number.
function sortedByScore(scores: Float32Array, rows: ArrayLike<number> = allRows(scores.length)): Uint32Array {
	return sortedBy(rows, (row) => keyOf(scores[row] as number));
}

function allRows(count: number): Uint32Array {
	const rows = new Uint32Array(count);
	for (let row = 0; row < count; row++) rows[row] = row;
	return rows;
}

/**
 * Loops, since `from` with a function takes ten times as long.
 *
 * @param keyOf a whole number below 2 ** 27; rows of equal keys keep their order
 */
function sortedBy(rows: ArrayLike<number>, keyOf: (row: number) => number): Uint32Array {
	const keys = new Float64Array(rows.length);
	for (let at = 0; at < rows.length; at++) keys[at] = keyOf(rows[at] as number) * rowSteps + (rows[at] as number);
	keys.sort();
	const sorted = new Uint32Array(rows.length);
	for (let at = 0; at < rows.length; at++) sorted[at] = (keys[at] as number) % rowSteps;
	return sorted;
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
	const inText = sortedBy(allRows(docs.length), (row) => {
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
