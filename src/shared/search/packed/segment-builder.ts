import { foldOnce } from '../../text/fold.ts';
import { lowerCase } from '../../text/lower-case.ts';
import { tokenise } from '../../text/tokenise.ts';
import { isWidened, mostSpellings } from '../expansion/vocabulary.ts';
import { createByteWriter, GrowingNumbers, sizeOfNumber } from './bytes.ts';
import { createDocumentTerms } from './document-terms.ts';
import { writeJointPostings } from './joint-postings.ts';
import { mostTerms } from './key-table.ts';
import { writePostings } from './posting-writer.ts';
import { layOut, type SegmentBytes, segmentFormat } from './segment.ts';
import { createSpellingTable } from './spelling-table.ts';
import { type Spelling, writeKeys } from './spelling-writer.ts';
import { writeTerms } from './term-writer.ts';

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

const mostDocuments = 1_500_000;
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
	/** The term that each spelling met so far stands for, plus 1: 0 for none. */
	const spelled = createSpellingTable();
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
		return known >= 0 ? known : languages.push(language) - 1;
	}
	function createTerm(term: string): number {
		const number = termNumbers.size;
		termNumbers.set(term, number);
		for (const column of Object.values(terms)) column.push(0);
		return number;
	}
	/** -1 for what folds to nothing. */
	function termOf(spelling: string, language: number): number {
		const known = spelled.get(spelling, language);
		if (known !== undefined) return known - 1;
		const lower = lowerCase(spelling);
		const asLower = lower === spelling ? undefined : spelled.get(lower, language);
		if (asLower !== undefined) {
			spelled.add(spelling, language, asLower);
			return asLower - 1;
		}
		const folded = foldOnce(spelling);
		const term = folded === '' ? -1 : (termNumbers.get(folded) ?? createTerm(folded));
		spelled.add(spelling, language, term + 1);
		if (lower !== spelling) spelled.add(lower, language, term + 1);
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
			const inverted = { forward: forward.finish(), documentCount, ranks };
			const joint = yield* writeJointPostings({ ...inverted, sorted, documentCounts: terms.documentCounts });
			const written = yield* writePostings({ ...inverted, terms, pieces: joint.pieces });
			const termSections = writeTerms(sorted);
			yield;
			const keys = yield* writeKeys(spellings, ranks, languages, { sorted, scripts: termSections.scripts });
			const { resident, ...places } = layOut({
				editionStarts: editionStarts.finish(),
				languages: Uint8Array.from(documents.languages.finish()),
				ordinals: documents.ordinals.finish(),
				numbers: documents.numbers.finish(),
				lengths: Uint16Array.from(documents.lengths.finish()),
				...termSections,
				...written.sections,
				...joint.sections,
				...keys,
			});
			return {
				header: {
					...{ format: segmentFormat, documentCount, lengthSum, editionIds, languages, ...places },
					postingBytes: written.postingBytes,
					positionBytes: written.positionBytes,
					rangedBytes: written.ranged.length,
				},
				resident,
				ranged: written.ranged,
			};
		},
	};
}
