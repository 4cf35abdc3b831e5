import MiniSearch from 'minisearch';
import type { SearchDocument } from '../api/search-api.ts';
import { createDocumentStore, type StoredDocument } from './document-store.ts';
import type { Expansion, IndexPart, Statistics, WantedWords } from './index-part.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createNumberRuns } from './number-runs.ts';
import type { StoredOwner } from './owners.ts';
import { amongDocs } from './query/among-docs.ts';
import { type Answers, kindCode, noAnswers } from './query/answers.ts';
import { rarity } from './rarity.ts';
import { scanForWords } from './scan-for-words.ts';
import { wordsOf } from './words.ts';

/** What is new or small: documents in memory, in MiniSearch. */
export interface LivePart extends IndexPart {
	readonly vocabulary: Lexicon;
	/** Takes an owner's documents as they are now, in place of those it had. */
	replace(owner: StoredOwner, documents: readonly SearchDocument[]): void;
	removeOwner(id: string): void;
	/**
	 * Lets go of documents that are to be found in a segment from now on. Gives the part to go on with: where most leave,
	 * taking in the others anew is quicker than taking out these one by one.
	 */
	without(isLeaving: (document: SearchDocument) => boolean): LivePart;
	/** Prepares what the first search needs. */
	settle(): void;
	documentsOf(ownerId: string): SearchDocument[];
	/** Numbers of the names. */
	readonly names: ReadonlySet<number>;
	readonly passageCount: number;
}

interface IndexedText {
	number: number;
	text: string;
}

interface Wanted extends Expansion {
	id: number;
}

const fewestBroadUses = 1000;

export function createLivePart(): LivePart {
	const miniSearch = new MiniSearch<IndexedText>({
		idField: 'number',
		fields: ['text'],
		tokenize: (text) => (text === '' ? [] : text.split(' ')),
		processTerm: (term) => term,
	});
	const lexicon = createLexicon();
	const store = createDocumentStore();
	const termRuns = createNumberRuns();
	const names = new Set<number>();
	let lengthSum = 0;
	let passageCount = 0;

	function add(document: SearchDocument, owner: StoredOwner): void {
		const words = wordsOf(document.text);
		const termIds = termRuns.take(words.length);
		lexicon.addDocument(words, document.language, termIds);
		lengthSum += new Set(termIds).size;
		const number = store.add(document, owner, termIds);
		miniSearch.add({ number, text: words.map(({ term }) => term).join(' ') });
		if (document.kind === 'name') names.add(number);
		if (document.kind === 'passage') passageCount += 1;
	}
	function remove({ document, number, termIds }: StoredDocument): void {
		miniSearch.discard(number);
		lexicon.removeDocument(termIds);
		lengthSum -= new Set(termIds).size;
		names.delete(number);
		if (document.kind === 'passage') passageCount -= 1;
	}
	/** Every word that is wanted and there. */
	function resolve({ terms, prefix }: WantedWords): Map<string, Wanted> {
		const found = new Map<string, Wanted>();
		for (const id of prefix ? lexicon.startingWith(prefix.start) : []) {
			if (prefix) found.set(lexicon.termOf(id), { id, ...prefix.expansion });
		}
		for (const [term, expansion] of terms) {
			const id = lexicon.numberOf(term);
			if (id >= 0) found.set(term, { id, ...expansion });
		}
		return found;
	}
	/**
	 * Whether the words fill half of the texts, as the first letter or two of a word do: then rarity says nothing, and
	 * reading all texts is faster (5 ms against 50 for 3,000 words in 10,000 passages).
	 */
	function isBroad(wanted: ReadonlyMap<string, Wanted>): boolean {
		let uses = 0;
		for (const { id } of wanted.values()) uses += lexicon.usesOf(id);
		return uses > Math.max(fewestBroadUses, store.documents.size / 2);
	}
	/** MiniSearch counts in its own documents; rarity is that of the whole index. */
	function rarityCorrection(term: string, { documentCount, documentsWith }: Statistics): number {
		const own = store.documents.size;
		if (documentCount === own) return 1;
		return rarity(documentCount, documentsWith(term)) / rarity(own, lexicon.documentsWith(term));
	}
	function find(words: WantedWords, statistics: Statistics): Answers {
		const wanted = resolve(words);
		if (wanted.size === 0) return noAnswers();
		if (isBroad(wanted)) return scanForWords(store.documents, [...wanted.values()], lexicon.nextId);
		const results = miniSearch.search('expanded', {
			tokenize: () => [...wanted.keys()],
			boostTerm: (term) => (wanted.get(term)?.weight ?? 0) * rarityCorrection(term, statistics),
		});
		results.sort((one, other) => one.id - other.id);
		const answers = noAnswers(results.length);
		for (const [at, { id, score, terms }] of results.entries()) {
			const best = bestOf(terms, wanted);
			answers.docs[at] = id;
			answers.weights[at] = best?.weight ?? 0;
			answers.kinds[at] = best ? kindCode(best.how) : 0;
			// MiniSearch multiplies by the number of different words that matched, which favours ten forms of one word.
			answers.relevances[at] = score / terms.length;
		}
		return answers;
	}
	const groupOf = (doc: number) => (store.documents.has(doc) ? doc : -1);
	const part: LivePart = {
		vocabulary: lexicon,
		isOfPassages: false,
		names,
		get docLimit() {
			return store.nextNumber;
		},
		get groupLimit() {
			return store.nextNumber;
		},
		get documentCount() {
			return store.documents.size;
		},
		get passageCount() {
			return passageCount;
		},
		get lengthSum() {
			return lengthSum;
		},
		estimate(words) {
			let count = 0;
			for (const term of resolve(words).keys()) count += lexicon.documentsWith(term);
			return Math.min(count, store.documents.size);
		},
		find,
		findAmong: (words, statistics, docs) => amongDocs(find(words, statistics), docs),
		placesOf(words) {
			const ids = new Set(Array.from(resolve(words).values(), ({ id }) => id));
			return (doc) => placesIn(store.documents.get(doc)?.termIds ?? new Uint32Array(0), ids);
		},
		docs: () => Uint32Array.from(store.documents.keys()),
		groupOf,
		groupsOf: (docs, base) => Int32Array.from(docs, (doc) => groupOf(doc - base)),
		factsOf: (group) => stored(store.documents.get(group)),
		ordinalOf: (doc) => store.documents.get(doc)?.document.ordinal ?? -1,
		get(doc) {
			const { document, owner } = stored(store.documents.get(doc));
			return { document, owner, text: document.text };
		},
		replace(owner, documents) {
			const { added, removed } = store.replace(owner.owner.id, documents);
			removed.forEach(remove);
			for (const document of added) add(document, owner);
		},
		removeOwner: (id) => store.removeOwner(id).forEach(remove),
		without(isLeaving) {
			const all = [...store.documents.values()];
			const leaving = all.filter(({ document }) => isLeaving(document));
			if (leaving.length > all.length / 2) return livePartOf(all.filter(({ document }) => !isLeaving(document)));
			for (const each of leaving) {
				store.remove(each);
				remove(each);
			}
			return part;
		},
		settle: () => lexicon.settle(),
		documentsOf: (ownerId) => store.ofOwner(ownerId).map(({ document }) => document),
	};
	return part;
}

function livePartOf(documents: readonly StoredDocument[]): LivePart {
	const part = createLivePart();
	const byOwner = new Map<StoredOwner, SearchDocument[]>();
	for (const { owner, document } of documents) byOwner.set(owner, [...(byOwner.get(owner) ?? []), document]);
	for (const [owner, own] of byOwner) part.replace(owner, own);
	part.settle();
	return part;
}

function stored(document: StoredDocument | undefined): StoredDocument {
	if (!document) throw new RangeError('no such document');
	return document;
}

function bestOf(terms: readonly string[], wanted: ReadonlyMap<string, Wanted>): Wanted | undefined {
	let best: Wanted | undefined;
	for (const term of terms) {
		const next = wanted.get(term);
		if (next && (!best || next.weight > best.weight)) best = next;
	}
	return best;
}

function placesIn(termIds: Uint32Array, ids: ReadonlySet<number>): number[] {
	const places: number[] = [];
	for (let at = 0; at < termIds.length; at++) if (ids.has(termIds[at] as number)) places.push(at);
	return places;
}
