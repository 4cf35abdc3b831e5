import type { Statistics } from '../index-part.ts';
import { type Answers, firstAnswers, noAnswers } from '../query/answers.ts';
import { rarity } from '../rarity.ts';
import { NumberReader } from './bytes.ts';
import type { GradedWords } from './graded-words.ts';
import type { PostingCursor, PostingsReader } from './postings.ts';
import type { Segment } from './segment.ts';
import type { TermTable } from './term-table.ts';

// MiniSearch's BM25+, with the values that it has where none are given.
const saturation = 1.2;
const lengthShare = 0.7;
const floor = 0.5;

/** Finds the documents of a segment that have any of some words, with their BM25+. */
export interface WordCollector {
	/** Reads all documents with the words; empty when bytes have to be fetched first. */
	collect(words: GradedWords, statistics: Statistics): Answers;
	/** Looks for the words in these documents alone, which ascend. Not for words with a prefix. */
	seek(words: GradedWords, statistics: Statistics, docs: Uint32Array): Answers;
}

/** Below this share of all documents the few that were found are sorted; above it all are looked through. */
const sparseShare = 1 / 32;
const longestLength = 1 << 16;

export function createWordCollector(segment: Segment, terms: TermTable, postings: PostingsReader): WordCollector {
	const { documentCounts, lengths } = segment.sections;
	const { documentCount } = segment.header;
	/** Of the documents found so far; all 0 between two calls. */
	const grades = new Uint8Array(documentCount);
	const relevances = new Float32Array(documentCount);
	const touched = new Uint32Array(documentCount);
	let touchedCount = 0;
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
	function rangeFactorOf(index: number, weight: number): number {
		return weight * rarity(documentCount, documentCounts[index] as number);
	}
	function relevanceOf(factor: number, frequency: number, doc: number): number {
		const norm = norms[lengths[doc] as number] as number;
		return factor * (floor + (frequency * (saturation + 1)) / (frequency + norm));
	}
	/**
	 * Adds the documents of one term, whose postings begin at `start`; gives where they end. Subtle: it reads numbers by
	 * itself, as `NumberReader` does: two letters are the beginning of a hundred thousand, and this takes half the time.
	 */
	function add(bytes: Uint8Array, start: number, index: number, grade: number, factor: number): number {
		let at = start;
		let doc = -1;
		for (let left = documentCounts[index] as number; left > 0; left--) {
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
			const known = grades[doc] as number;
			if (known === 0) touched[touchedCount++] = doc;
			if (known < grade) grades[doc] = grade;
			relevances[doc] = (relevances[doc] as number) + relevanceOf(factor, frequency, doc);
		}
		return at;
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
	function collectOne(bytes: Uint8Array, index: number, grade: number, words: GradedWords, factor: number): Answers {
		const answers = noAnswers(documentCounts[index]);
		const reader = new NumberReader(bytes);
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
	function collectRange(words: GradedWords, statistics: Statistics): boolean {
		const { prefix, weights } = words;
		if (!prefix) return true;
		const bytes = postings.bytes(prefix.first, prefix.end);
		if (!bytes) return false;
		let at = 0;
		const own = new Map(words.terms.map(({ index, grade }) => [index, grade]));
		for (let index = prefix.first; index < prefix.end; index++) {
			const grade = own.get(index);
			const weight = weights[grade ?? prefix.grade] as number;
			const factor = grade ? factorOf(index, weight, statistics) : rangeFactorOf(index, weight);
			at = add(bytes, at, index, grade ?? prefix.grade, factor);
		}
		return true;
	}
	return {
		collect(words, statistics) {
			prepareNorms(statistics);
			const { prefix, weights } = words;
			const apart = words.terms.filter(({ index }) => !prefix || index < prefix.first || index >= prefix.end);
			const runs = apart.map(({ index, grade }) => ({ index, grade, bytes: postings.bytes(index, index + 1) }));
			const isWhole = runs.every(({ bytes }) => bytes) && (!prefix || postings.bytes(prefix.first, prefix.end));
			if (!isWhole) return noAnswers();
			const [only] = runs;
			if (only?.bytes && runs.length === 1 && !prefix) {
				const factor = factorOf(only.index, weights[only.grade] as number, statistics);
				return collectOne(only.bytes, only.index, only.grade, words, factor);
			}
			for (const { index, grade, bytes } of runs) {
				if (bytes) add(bytes, 0, index, grade, factorOf(index, weights[grade] as number, statistics));
			}
			collectRange(words, statistics);
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
	const cursors: PostingCursor[] = [...indexes].flatMap((index) => postings.cursor(index, true) ?? []);
	return (doc) => {
		const places: number[] = [];
		for (const cursor of cursors) if (cursor.seek(doc) === doc) places.push(...cursor.positions());
		return cursors.length > 1 ? places.sort((one, other) => one - other) : places;
	};
}
