import type { Statistics } from '../index-part.ts';
import { type Answers, firstAnswers, noAnswers } from '../query/answers.ts';
import { rarity } from '../rarity.ts';
import { NumberReader } from './bytes.ts';
import type { GradedWords } from './graded-words.ts';
import { PostingQueue } from './posting-queue.ts';
import type { PostingsReader } from './postings.ts';
import type { Segment } from './segment.ts';
import type { TermTable } from './term-table.ts';

// MiniSearch's BM25+, with the values that it has where none are given.
const saturation = 1.2;
const lengthShare = 0.7;
const floor = 0.5;

/** Finds the documents of a segment that have any of some words, with their BM25+. */
export interface WordCollector {
	/**
	 * Reads all documents with the words; empty when bytes have to be fetched first.
	 *
	 * @param among gathers these alone, which ascend
	 */
	collect(words: GradedWords, statistics: Statistics, among?: Uint32Array): Answers;
	/** Looks for the words in these documents one by one, which ascend. Not for words with a prefix. */
	seek(words: GradedWords, statistics: Statistics, docs: Uint32Array): Answers;
}

/** Below this share of all documents the few that were found are sorted; above it all are looked through. */
const sparseShare = 1 / 32;
const longestLength = 1 << 16;
const noBytes = new Uint8Array(0);

type Range = NonNullable<GradedWords['prefix']>;

/** Documents that are read one after the other. */
interface Run {
	/** Null when they have to be fetched first. */
	bytes: Uint8Array | null;
	count: number;
	grade: number;
	/** What BM25+ is multiplied with. */
	factor: number;
}

export function createWordCollector(segment: Segment, terms: TermTable, postings: PostingsReader): WordCollector {
	const { documentCounts, lengths } = segment.sections;
	const { documentCount } = segment.header;
	/** Of the documents found so far; all 0 between two calls. */
	const grades = new Uint8Array(documentCount);
	const relevances = new Float32Array(documentCount);
	const touched = new Uint32Array(documentCount);
	let touchedCount = 0;
	/** By document: 1 while it is one of those that alone are gathered; all 0 between two calls. */
	const isWanted = new Uint8Array(documentCount);
	let isNarrowed = false;
	/** What a document's length does to the frequency of a word in it, by length. */
	const norms = new Float32Array(longestLength);
	let normsFor = -1;

	function prepareNorms({ averageLength }: Statistics): void {
		if (normsFor === averageLength) return;
		normsFor = averageLength;
		for (let length = 0; length < longestLength; length++) {
			norms[length] = saturation * (1 - lengthShare + (lengthShare * length) / averageLength);
		}
	}
	/** What BM25+ of a word is multiplied with. */
	function factorOf(index: number, weight: number, statistics: Statistics): number {
		const isAll = statistics.documentCount === documentCount;
		const having = isAll ? (documentCounts[index] as number) : statistics.documentsWith(terms.termAt(index));
		return weight * rarity(statistics.documentCount, having);
	}
	/** The words of a beginning are many and weigh little: how rare they are here will do. */
	function rangeFactorOf(having: number, weight: number): number {
		return weight * rarity(documentCount, having);
	}
	/** As rare as one of the words is in the mean: that any of them is there would say nothing. */
	function jointFactorOf({ first, end }: { first: number; end: number }, weight: number): number {
		let having = 0;
		for (let index = first; index < end; index++) having += documentCounts[index] as number;
		return rangeFactorOf(having / (end - first), weight);
	}
	function relevanceOf(factor: number, frequency: number, doc: number): number {
		const norm = norms[lengths[doc] as number] as number;
		return factor * (floor + (frequency * (saturation + 1)) / (frequency + norm));
	}
	function gather(doc: number, grade: number, relevance: number): void {
		const known = grades[doc] as number;
		if (known === 0) touched[touchedCount++] = doc;
		if (known < grade) grades[doc] = grade;
		relevances[doc] = (relevances[doc] as number) + relevance;
	}
	/**
	 * Adds the documents whose postings begin at `start`; gives where they end. Subtle: it reads numbers by
	 * itself, as `NumberReader` does: two letters are the beginning of a hundred thousand, and this takes half the time.
	 */
	function add(bytes: Uint8Array, start: number, { count, grade, factor }: Omit<Run, 'bytes'>): number {
		let at = start;
		let doc = -1;
		for (let left = count; left > 0; left--) {
			let byte = bytes[at++] as number;
			let step = byte & 127;
			for (let shift = 7; byte > 127; shift += 7) {
				byte = bytes[at++] as number;
				step |= (byte & 127) << shift;
			}
			doc += (step >>> 1) + 1;
			let frequency = 1;
			if (step & 1) {
				byte = bytes[at++] as number;
				frequency = byte & 127;
				for (let shift = 7; byte > 127; shift += 7) {
					byte = bytes[at++] as number;
					frequency |= (byte & 127) << shift;
				}
			}
			if (!isNarrowed || isWanted[doc] === 1) gather(doc, grade, relevanceOf(factor, frequency, doc));
		}
		return at;
	}
	function narrowTo(docs: Uint32Array | undefined, mark: 0 | 1): void {
		isNarrowed = docs !== undefined && mark === 1;
		for (const doc of docs ?? []) isWanted[doc] = mark;
	}
	/** Takes out what was found, ascending, and leaves everything 0. */
	function take({ weights, kinds }: GradedWords): Answers {
		const answers = noAnswers(touchedCount);
		sortTouched(answers.docs);
		for (let at = 0; at < answers.docs.length; at++) {
			const doc = answers.docs[at] as number;
			const grade = grades[doc] as number;
			answers.weights[at] = weights[grade] as number;
			answers.kinds[at] = kinds[grade] as number;
			answers.relevances[at] = relevances[doc] as number;
			grades[doc] = 0;
			relevances[doc] = 0;
		}
		touchedCount = 0;
		return answers;
	}
	function sortTouched(into: Uint32Array): void {
		if (touchedCount < documentCount * sparseShare) {
			into.set(touched.subarray(0, touchedCount));
			into.sort();
			return;
		}
		let count = 0;
		for (let doc = 0; doc < documentCount; doc++) if (grades[doc] !== 0) into[count++] = doc;
	}
	/** Of one word alone nothing has to be gathered: its documents ascend already. */
	function collectOne({ bytes, count, grade, factor }: Run, words: GradedWords): Answers {
		const answers = noAnswers(count);
		const reader = new NumberReader(bytes ?? noBytes);
		let doc = -1;
		for (let at = 0; at < answers.docs.length; at++) {
			const step = reader.next();
			doc += (step >>> 1) + 1;
			answers.docs[at] = doc;
			answers.relevances[at] = relevanceOf(factor, step & 1 ? reader.next() : 1, doc);
		}
		answers.weights.fill(words.weights[grade] as number);
		answers.kinds.fill(words.kinds[grade] as number);
		return answers;
	}
	/** Every term of a beginning; those that are worth more by themselves are among them. */
	function addRange(bytes: Uint8Array, { first, end, grade }: Range, words: GradedWords, statistics: Statistics): void {
		const own = new Map(words.terms.map((term) => [term.index, term.grade]));
		let at = 0;
		for (let index = first; index < end; index++) {
			const ownGrade = own.get(index);
			const weight = words.weights[ownGrade ?? grade] as number;
			const having = documentCounts[index] as number;
			const factor = ownGrade ? factorOf(index, weight, statistics) : rangeFactorOf(having, weight);
			at = add(bytes, at, { count: having, grade: ownGrade ?? grade, factor });
		}
	}
	/** Words that are read each by itself, besides those of a range that is read in one go. */
	function runsBeside(range: Range | null, words: GradedWords, statistics: Statistics): Run[] {
		const isBeside = (index: number) => !range || index < range.first || index >= range.end;
		return words.terms
			.filter(({ index }) => isBeside(index))
			.map(({ index, grade }) => ({
				...{ grade, bytes: postings.bytes(index, index + 1), count: documentCounts[index] as number },
				factor: factorOf(index, words.weights[grade] as number, statistics),
			}));
	}
	/** The words of a beginning as one, where they were written so; those worth more by themselves are among them. */
	function jointRun({ prefix, weights }: GradedWords): Run | null {
		const joint = prefix && postings.joint(prefix.first, prefix.end);
		if (!joint) return null;
		const { grade } = prefix;
		return { grade, bytes: joint.bytes(), count: joint.count, factor: jointFactorOf(prefix, weights[grade] as number) };
	}
	return {
		collect(words, statistics, among) {
			prepareNorms(statistics);
			const joint = jointRun(words);
			const range = joint ? null : words.prefix;
			const rangeBytes = range ? postings.bytes(range.first, range.end) : noBytes;
			const runs = [...(joint ? [joint] : []), ...runsBeside(range, words, statistics)];
			if (!rangeBytes || runs.some(({ bytes }) => bytes === null)) return noAnswers();
			const [only] = runs;
			if (only && runs.length === 1 && !range && !among) return collectOne(only, words);
			narrowTo(among, 1);
			for (const run of runs) add(run.bytes ?? noBytes, 0, run);
			if (range) addRange(rangeBytes, range, words, statistics);
			narrowTo(among, 0);
			return take(words);
		},
		seek(words, statistics, docs) {
			prepareNorms(statistics);
			const cursors = words.terms.map(({ index, grade }) => ({
				grade,
				factor: factorOf(index, words.weights[grade] as number, statistics),
				cursor: postings.cursor(index, false),
			}));
			const answers = noAnswers(docs.length);
			let count = 0;
			for (const doc of docs) {
				let [best, relevance] = [0, 0];
				for (const { cursor, grade, factor } of cursors) {
					if (cursor?.seek(doc) !== doc) continue;
					best = Math.max(best, grade);
					relevance += relevanceOf(factor, cursor.frequency, doc);
				}
				if (best === 0) continue;
				answers.docs[count] = doc;
				answers.weights[count] = words.weights[best] as number;
				answers.kinds[count] = words.kinds[best] as number;
				answers.relevances[count] = relevance;
				count += 1;
			}
			return firstAnswers(answers, count);
		},
	};
}

/** Where the words stand in one document after another, which are asked for in ascending order. */
export function placesOfWords({ terms, prefix }: GradedWords, postings: PostingsReader): (doc: number) => number[] {
	const indexes = new Set(terms.map(({ index }) => index));
	for (let index = prefix?.first ?? 0; index < (prefix?.end ?? 0); index++) indexes.add(index);
	const queue = new PostingQueue([...indexes].flatMap((index) => postings.cursor(index, true) ?? []));
	return (doc) => {
		const cursors = queue.at(doc);
		const places = cursors.flatMap((cursor) => cursor.positions());
		return cursors.length > 1 ? places.sort((one, other) => one - other) : places;
	};
}
