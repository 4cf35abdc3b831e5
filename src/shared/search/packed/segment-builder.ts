import { fold } from '../../text/fold.ts';
import { lowerCase } from '../../text/lower-case.ts';
import { majorityScript, scripts } from '../../text/script.ts';
import { stemKeys } from '../../text/stems.ts';
import { tokenise } from '../../text/tokenise.ts';
import { soundKeys, soundsOf } from '../expansion/sounds.ts';
import { isWidened, mostSpellings } from '../expansion/vocabulary.ts';
import { createByteWriter, GrowingNumbers, NumberReader, putNumber, sizeOfNumber } from './bytes.ts';
import { createDocumentTerms } from './document-terms.ts';
import { KeyTableBuilder, mostTerms } from './key-table.ts';
import { capitalise, spellingForm } from './packed-vocabulary.ts';

import {
	blockLength,
	layOut,
	type Sections,
	type SegmentBytes,
	segmentFormat,
	stemReading,
	wordReading,
} from './segment.ts';

/** A passage to be packed. */
export interface PassageToPack {
	ordinal: number;
	number: number | null;
	text: string;
	/** BCP 47; 'und' where not known. */
	language: string;
}

/** Packs passages, edition after edition. */
export interface SegmentBuilder {
	readonly documentCount: number;
	/** Whether another edition should go into another segment. */
	readonly isFull: boolean;
	/** @param passages in the order of the edition */
	addEdition(editionId: string, passages: Iterable<PassageToPack>): void;
	/** Puts everything in order; it yields between pieces of some milliseconds, so that its host can do other things. */
	finish(): Generator<void, SegmentBytes>;
}

interface Spelling {
	term: number;
	language: number;
	text: string;
}

const mostDocuments = 1_500_000;
/** Spellings and terms are worked on so many at a time. */
const pieceLength = 1000;
const longestLength = 0xffff;

export function createSegmentBuilder(): SegmentBuilder {
	const editionIds: string[] = [];
	const editionStarts = new GrowingNumbers();
	const documents = {
		languages: new GrowingNumbers(),
		ordinals: new GrowingNumbers(),
		numbers: new GrowingNumbers(),
		lengths: new GrowingNumbers(),
	};
	const languages: string[] = [];
	const termNumbers = new Map<string, number>();
	/** By language, the term that each spelling met so far stands for. */
	const spelled: Map<string, number>[] = [];
	const spellings: Spelling[] = [];
	/** By term. */
	const terms = {
		documentCounts: new GrowingNumbers(),
		lastDocuments: new GrowingNumbers(),
		postingBytes: new GrowingNumbers(),
		positionBytes: new GrowingNumbers(),
		spellingCounts: new GrowingNumbers(),
	};
	/** Of each document: how many different terms, then of each its number, frequency and places. */
	const forward = createByteWriter();
	const scratch = createDocumentTerms();
	let lengthSum = 0;

	function languageNumber(language: string): number {
		const known = languages.indexOf(language);
		if (known >= 0) return known;
		spelled.push(new Map());
		return languages.push(language) - 1;
	}
	function createTerm(term: string): number {
		const number = termNumbers.size;
		termNumbers.set(term, number);
		for (const column of Object.values(terms)) column.push(0);
		return number;
	}
	/** -1 for what folds to nothing. */
	function termOf(spelling: string, language: number): number {
		const met = spelled[language];
		const known = met?.get(spelling);
		if (known !== undefined) return known;
		const lower = lowerCase(spelling);
		const asLower = met?.get(lower);
		if (asLower !== undefined) {
			met?.set(spelling, asLower);
			return asLower;
		}
		const folded = fold(spelling);
		const term = folded === '' ? -1 : (termNumbers.get(folded) ?? createTerm(folded));
		met?.set(spelling, term).set(lower, term);
		if (term >= 0 && isWidened(folded) && terms.spellingCounts.at(term) < mostSpellings) {
			terms.spellingCounts.add(term, 1);
			spellings.push({ term, language, text: spelling });
		}
		return term;
	}
	function addDocument(words: readonly string[], language: number): void {
		const document = documents.lengths.length;
		scratch.clear();
		for (const word of words) {
			const term = termOf(word, language);
			if (term >= 0) scratch.add(term);
		}
		forward.writeNumber(scratch.size);
		for (let slot = 0; slot < scratch.size; slot++) {
			const term = scratch.termOf(slot);
			const frequency = scratch.frequencyOf(slot);
			forward.writeNumber(term);
			forward.writeNumber(frequency);
			let before = 0;
			for (let place = scratch.firstPlaceOf(slot); place >= 0; place = scratch.placeAfter(place)) {
				forward.writeNumber(place - before);
				terms.positionBytes.add(term, sizeOfNumber(place - before));
				before = place;
			}
			const isFirst = terms.documentCounts.at(term) === 0;
			const step = document - (isFirst ? 0 : terms.lastDocuments.at(term) + 1);
			terms.postingBytes.add(term, sizeOfNumber(step * 2 + 1) + (frequency > 1 ? sizeOfNumber(frequency) : 0));
			terms.documentCounts.add(term, 1);
			terms.lastDocuments.set(term, document);
		}
		documents.lengths.push(Math.min(scratch.size, longestLength));
		lengthSum += scratch.size;
	}
	return {
		get documentCount() {
			return documents.lengths.length;
		},
		get isFull() {
			return documents.lengths.length >= mostDocuments || termNumbers.size >= mostTerms * 0.9;
		},
		addEdition(editionId, passages) {
			editionIds.push(editionId);
			editionStarts.push(documents.lengths.length);
			for (const { ordinal, number, text, language } of passages) {
				const languageIndex = languageNumber(language);
				documents.languages.push(languageIndex);
				documents.ordinals.push(ordinal);
				documents.numbers.push(number === null ? 0 : number + 1);
				addDocument(
					tokenise(text).map((token) => token.text),
					languageIndex,
				);
			}
		},
		*finish() {
			const documentCount = documents.lengths.length;
			editionStarts.push(documentCount);
			const sorted = [...termNumbers.keys()].sort();
			yield;
			const termCount = sorted.length;
			/** The final number of each term. */
			const ranks = new Uint32Array(termCount);
			for (const [rank, term] of sorted.entries()) ranks[termNumbers.get(term) ?? 0] = rank;
			yield;
			const written = yield* writePostings({ forward: forward.finish(), documentCount, ranks, terms });
			const keys = yield* writeKeys(spellings, ranks, languages, sorted);
			const { resident, ...places } = layOut({
				editionStarts: editionStarts.finish(),
				languages: Uint8Array.from(documents.languages.finish()),
				ordinals: documents.ordinals.finish(),
				numbers: documents.numbers.finish(),
				lengths: Uint16Array.from(documents.lengths.finish()),
				...writeTerms(sorted),
				...written.sections,
				...keys,
			});
			return {
				header: {
					...{ format: segmentFormat, documentCount, lengthSum, editionIds, languages, ...places },
					postingBytes: written.postingBytes,
					rangedBytes: written.ranged.length,
				},
				resident,
				ranged: written.ranged,
			};
		},
	};
}

type TermColumns = Record<'documentCounts' | 'postingBytes' | 'positionBytes', GrowingNumbers>;

interface ToInvert {
	forward: Uint8Array;
	documentCount: number;
	ranks: Uint32Array;
	terms: TermColumns;
}

type PostingSections = Pick<
	Sections,
	'documentCounts' | 'postingStarts' | 'positionStarts' | 'skipTerms' | 'skipStarts' | 'skips'
>;

/** Turns documents with their terms into terms with their documents: how long each term's bytes are is known already. */
function* writePostings({ forward, documentCount, ranks, terms }: ToInvert) {
	const documentCounts = byRank(ranks, terms.documentCounts);
	const postingStarts = startsOf(byRank(ranks, terms.postingBytes));
	const positionStarts = startsOf(byRank(ranks, terms.positionBytes));
	const { skipTerms, skipStarts, skips } = skipSections(documentCounts);
	const postingBytes = postingStarts.at(-1) ?? 0;
	const ranged = new Uint8Array(postingBytes + (positionStarts.at(-1) ?? 0));
	const postingAt = postingStarts.slice();
	const positionAt = positionStarts.map((start) => start + postingBytes);
	/** The document after the last one with the term, and how many there were. */
	const nextDocuments = new Uint32Array(ranks.length);
	const passed = new Uint32Array(ranks.length);
	const skipAt = new Int32Array(ranks.length).fill(-1);
	for (const [at, term] of skipTerms.entries()) skipAt[term] = skipStarts[at] as number;
	const reader = new NumberReader(forward);

	function noteBlock(rank: number): void {
		const first = skipAt[rank] as number;
		const count = passed[rank] as number;
		if (first < 0 || count % blockLength !== 0) return;
		const at = (first + count / blockLength) * 3;
		skips[at] = nextDocuments[rank] as number;
		skips[at + 1] = (postingAt[rank] as number) - (postingStarts[rank] as number);
		skips[at + 2] = (positionAt[rank] as number) - postingBytes - (positionStarts[rank] as number);
	}
	/** Reads one term of a document and writes it where it belongs. */
	function moveTerm(document: number): void {
		const rank = ranks[reader.next()] as number;
		const frequency = reader.next();
		noteBlock(rank);
		const step = document - (nextDocuments[rank] as number);
		let posting = putNumber(ranged, postingAt[rank] as number, step * 2 + (frequency > 1 ? 1 : 0));
		if (frequency > 1) posting = putNumber(ranged, posting, frequency);
		let position = positionAt[rank] as number;
		for (let left = frequency; left > 0; left--) position = putNumber(ranged, position, reader.next());
		postingAt[rank] = posting;
		positionAt[rank] = position;
		nextDocuments[rank] = document + 1;
		passed[rank] = (passed[rank] as number) + 1;
	}
	for (let document = 0; document < documentCount; document++) {
		for (let left = reader.next(); left > 0; left--) moveTerm(document);
		if (document % pieceLength === 0) yield;
	}
	const sections: PostingSections = { documentCounts, postingStarts, positionStarts, skipTerms, skipStarts, skips };
	return { sections, ranged, postingBytes };
}

function byRank(ranks: Uint32Array, column: GrowingNumbers): Uint32Array<ArrayBuffer> {
	const sorted = new Uint32Array(ranks.length);
	for (let term = 0; term < ranks.length; term++) sorted[ranks[term] as number] = column.at(term);
	return sorted;
}

/** Where each begins when all are laid one after the other, and where all end. */
function startsOf(lengths: ArrayLike<number>): Uint32Array<ArrayBuffer> {
	const starts = new Uint32Array(lengths.length + 1);
	for (let at = 0; at < lengths.length; at++) starts[at + 1] = (starts[at] as number) + (lengths[at] as number);
	return starts;
}

function skipSections(documentCounts: Uint32Array) {
	const skipTerms = new GrowingNumbers();
	const blockCounts: number[] = [];
	for (let term = 0; term < documentCounts.length; term++) {
		const count = documentCounts[term] as number;
		if (count <= blockLength) continue;
		skipTerms.push(term);
		blockCounts.push(Math.ceil(count / blockLength));
	}
	const skipStarts = startsOf(blockCounts);
	return { skipTerms: skipTerms.finish(), skipStarts, skips: new Uint32Array((skipStarts.at(-1) ?? 0) * 3) };
}

function writeTerms(sorted: readonly string[]): Pick<Sections, 'chars' | 'termStarts' | 'shared' | 'scripts'> {
	const termStarts = startsOf(sorted.map(({ length }) => length));
	const chars = new Uint16Array(termStarts.at(-1) ?? 0);
	const shared = new Uint8Array(sorted.length);
	let at = 0;
	for (const [rank, term] of sorted.entries()) {
		const before = sorted[rank - 1] ?? '';
		let common = 0;
		while (common < before.length && before[common] === term[common]) common += 1;
		shared[rank] = Math.min(common, 255);
		for (let unit = 0; unit < term.length; unit++) chars[at++] = term.charCodeAt(unit);
	}
	const scriptOf = (term: string) => scripts.indexOf(majorityScript(term));
	return { chars, termStarts, shared, scripts: Uint8Array.from(sorted, scriptOf) };
}

type KeySections = Omit<
	Sections,
	| keyof PostingSections
	| 'chars'
	| 'termStarts'
	| 'shared'
	| 'scripts'
	| 'editionStarts'
	| 'languages'
	| 'ordinals'
	| 'numbers'
	| 'lengths'
>;

/** How each term is written, and by which keys of stems and sounds it is found. */
function* writeKeys(
	spellings: readonly Spelling[],
	ranks: Uint32Array,
	languages: readonly string[],
	sorted: readonly string[],
): Generator<void, KeySections> {
	const counts = new Uint32Array(sorted.length);
	for (const { term } of spellings) counts[ranks[term] as number] = (counts[ranks[term] as number] as number) + 1;
	const spellingStarts = startsOf(counts);
	const next = spellingStarts.slice();
	const spellingLanguages = new Uint8Array(spellings.length);
	const spellingForms = new Uint8Array(spellings.length);
	const spellingTexts = new Uint32Array(spellings.length);
	const chars = new GrowingNumbers();
	const readings: string[] = Array.from({ length: spellings.length }, () => '');
	const stems = new KeyTableBuilder();
	const sounds = new KeyTableBuilder();
	for (const [count, { term, language, text }] of spellings.entries()) {
		const rank = ranks[term] as number;
		const at = next[rank] as number;
		next[rank] = at + 1;
		const folded = sorted[rank] ?? '';
		spellingLanguages[at] = language;
		spellingForms[at] = formOf(text, folded);
		if (spellingForms[at] === spellingForm.own) {
			spellingTexts[at] = chars.length;
			chars.push(text.length);
			for (let unit = 0; unit < text.length; unit++) chars.push(text.charCodeAt(unit));
		}
		const spelling = lowerCase(text);
		for (const key of stemKeys(spelling, languages[language] ?? '', folded)) stems.add(key, rank);
		const heard = soundsOf(spelling, languages[language] ?? '');
		for (const key of soundKeys(heard)) sounds.add(key, rank);
		readings[at] = heard
			.map(({ phones, isStem }) => String.fromCharCode(isStem ? stemReading : wordReading) + phones)
			.join('');
		if (count % pieceLength === 0) yield;
	}
	const [stemTable, soundTable] = [stems.finish(), sounds.finish()];
	return {
		...{ spellingStarts, spellingLanguages, spellingForms, spellingTexts },
		spellingChars: Uint16Array.from(chars.finish()),
		...writeReadings(readings),
		...{ stemKeys: stemTable.keys, stemStarts: stemTable.starts, stemTerms: stemTable.terms },
		...{ soundKeys: soundTable.keys, soundStarts: soundTable.starts, soundTerms: soundTable.terms },
	};
}

function writeReadings(all: readonly string[]): Pick<Sections, 'readingStarts' | 'readings'> {
	const writer = createByteWriter();
	for (const readings of all) writer.writeAscii(readings);
	return { readingStarts: startsOf(all.map(({ length }) => length)), readings: writer.finish() };
}

function formOf(text: string, term: string): number {
	if (text === term) return spellingForm.same;
	return text === capitalise(term) ? spellingForm.capitalised : spellingForm.own;
}
