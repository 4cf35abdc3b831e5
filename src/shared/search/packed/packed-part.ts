import type { EditionId } from '../../domain/ids.ts';
import { firstFrom } from '../engine.ts';
import type { DocumentFacts, IndexPart, Statistics, WantedWords } from '../index-part.ts';
import type { Owners, StoredOwner } from '../owners.ts';
import type { Answers } from '../query/answers.ts';
import { type GradedWords, gradeWords } from './graded-words.ts';
import { createPackedVocabulary } from './packed-vocabulary.ts';
import { createPostingsReader } from './postings.ts';
import type { Segment } from './segment.ts';
import { createWordCollector, placesOfWords } from './word-collector.ts';

/** Passages that have settled. Those of an edition that no record is read in any more are hidden. */
export interface PackedPart extends IndexPart {
	readonly segment: Segment;
	/** Up to `around` passages before and after one, in order; empty where it is not here. */
	around(editionId: string, ordinal: number, around: number): number[];
}

/** Up to this share of the documents with a word are looked up one by one; more are read in a row. */
const soughtShare = 1 / 16;

export function createPackedPart(segment: Segment, owners: Owners): PackedPart {
	const { header, sections } = segment;
	const { editionStarts, languages, ordinals, numbers } = sections;
	const vocabulary = createPackedVocabulary(segment);
	const postings = createPostingsReader(segment);
	const collector = createWordCollector(segment, vocabulary.terms, postings);
	const languageCount = Math.max(1, header.languages.length);
	const editionOf = new Uint32Array(header.documentCount);
	for (let edition = 0; edition < header.editionIds.length; edition++) {
		editionOf.fill(edition, editionStarts[edition], editionStarts[edition + 1]);
	}
	const editionNumbers = new Map(header.editionIds.map((id, edition) => [id, edition]));
	const facts = new Map<number, DocumentFacts>();

	/** By edition. */
	let shown: (StoredOwner | undefined)[] = [];
	const isHidden = new Uint8Array(header.editionIds.length);
	let shownVersion = -1;

	function lookWhatIsShown(): void {
		if (shownVersion === owners.version) return;
		shownVersion = owners.version;
		shown = header.editionIds.map((id) => owners.ofEdition(id));
		for (const [edition, owner] of shown.entries()) isHidden[edition] = owner ? 0 : 1;
		facts.clear();
	}
	function ownerOf(edition: number): StoredOwner | undefined {
		lookWhatIsShown();
		return shown[edition];
	}
	const graded = (words: WantedWords): GradedWords => gradeWords(words, vocabulary.terms, sections.documentCounts);
	function find(words: WantedWords, statistics: Statistics): Answers {
		return collector.collect(graded(words), statistics);
	}
	return {
		segment,
		vocabulary,
		isOfPassages: true,
		docLimit: header.documentCount,
		groupLimit: header.editionIds.length * languageCount,
		documentCount: header.documentCount,
		lengthSum: header.lengthSum,
		estimate: (words) => Math.min(header.documentCount, graded(words).documentCount),
		find,
		findAmong(words, statistics, docs) {
			const wanted = graded(words);
			if (wanted.prefix || docs.length > wanted.documentCount * soughtShare) {
				return collector.collect(wanted, statistics, docs);
			}
			return collector.seek(wanted, statistics, docs);
		},
		placesOf: (words) => placesOfWords(graded(words), postings),
		docs() {
			const docs = Uint32Array.from(editionOf.keys());
			return docs.filter((doc) => ownerOf(editionOf[doc] as number) !== undefined);
		},
		groupOf(doc) {
			const edition = editionOf[doc] as number;
			return ownerOf(edition) ? edition * languageCount + (languages[doc] as number) : -1;
		},
		groupsOf(docs, base) {
			const groups = new Int32Array(docs.length);
			lookWhatIsShown();
			for (let at = 0; at < docs.length; at++) {
				const doc = (docs[at] as number) - base;
				const edition = editionOf[doc] as number;
				groups[at] = isHidden[edition] === 1 ? -1 : edition * languageCount + (languages[doc] as number);
			}
			return groups;
		},
		factsOf(group) {
			const edition = Math.floor(group / languageCount);
			const owner = ownerOf(edition);
			if (!owner) throw new RangeError('no such group');
			const known = facts.get(group);
			if (known) return known;
			const language = header.languages[group % languageCount] ?? '';
			const asTranslation = translationFacts(owner, header.editionIds[edition]);
			const found: DocumentFacts = { document: { kind: 'passage', language, ...asTranslation }, owner };
			facts.set(group, found);
			return found;
		},
		ordinalOf: (doc) => ordinals[doc] as number,
		get(doc) {
			const edition = editionOf[doc] as number;
			const editionId = header.editionIds[edition] ?? '';
			const owner = ownerOf(edition);
			if (!owner) throw new RangeError('no such document');
			const ordinal = ordinals[doc] as number;
			const number = numbers[doc] as number;
			return {
				owner,
				text: null,
				document: {
					...{ key: `p:${editionId}:${ordinal}`, kind: 'passage', ownerId: owner.owner.id },
					...{ language: header.languages[languages[doc] as number] ?? '', editionId: editionId as EditionId, ordinal },
					number: number === 0 ? null : number - 1,
					...translationFacts(owner, editionId),
				},
			};
		},
		around(editionId, ordinal, around) {
			const edition = editionNumbers.get(editionId);
			if (edition === undefined) return [];
			const [start, end] = [editionStarts[edition] as number, editionStarts[edition + 1] as number];
			const doc = start + firstFrom(ordinals.subarray(start, end), ordinal);
			if (ordinals[doc] !== ordinal || doc >= end) return [];
			const docs: number[] = [];
			for (let at = Math.max(start, doc - around); at < Math.min(end, doc + around + 1); at++) docs.push(at);
			return docs;
		},
	};
}

/** What is said of passages of a translation, and of no others. */
function translationFacts(
	{ owner: { translations } }: StoredOwner,
	editionId: string | undefined,
): Pick<DocumentFacts['document'], 'isTranslation' | 'since'> {
	const translation = translations?.find((each) => each.editionId === editionId);
	return translation ? { isTranslation: true, since: translation.since } : {};
}
