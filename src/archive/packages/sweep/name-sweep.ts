import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordId } from '#shared/domain/ids.ts';
import type { FoundName, SweepReport } from '#shared/domain/package.ts';
import { knownGroups } from '#shared/known-forms/known-groups.ts';
import { queryOfTerm } from '#shared/search/list/search-list.ts';
import { createSearchIndex } from '#shared/search/search-index.ts';
import type { WithheldName } from './withheld-names.ts';

/** So many pieces are indexed at a time: much enough that a search is worth it, and little memory. */
const piecesAtOnce = 1000;
/** UTF-16 units of them: a piece may be a whole text. */
const unitsAtOnce = 2_000_000;
/** So many groups of known forms are learnt at a time. */
const groupsAtOnce = 100;
/** So long it works at most before it gives way. */
const turnMillis = 20;
/** Of so many places people are told; all are counted. */
const mostTold = 1000;
const owner = { id: 'piece', title: '', recordKind: '', dateEdtf: '', holding: '' };

/** A text that is about to leave, and where it stands. */
export interface PlacedText {
	text: string;
	/** The file, or whatever else people know the place by. */
	path: string;
	recordId: RecordId | null;
}

/**
 * Looks for names in what is about to leave, as the search of the app does: in other forms, scripts and near spellings too.
 * It would rather find one too many. Gives way to other work: each call is to be waited for before the next.
 */
export class NameSweep {
	readonly #names: readonly WithheldName[];
	readonly #index = createSearchIndex();
	readonly #found: FoundName[] = [];
	readonly #met = new Set<string>();
	readonly #hash = createHash('sha256');
	#pending: PlacedText[] = [];
	#pendingUnits = 0;
	#total = 0;
	#hasLearnt = false;
	#turnEndsAt = 0;

	constructor(names: readonly WithheldName[]) {
		this.#names = names;
	}

	async add(piece: PlacedText): Promise<void> {
		this.#pending.push(piece);
		this.#pendingUnits += piece.text.length;
		if (this.#pending.length >= piecesAtOnce || this.#pendingUnits >= unitsAtOnce) await this.#search();
	}

	/** Of the same pieces it is the same. */
	async finish(): Promise<SweepReport> {
		await this.#search();
		const recordIds = [...new Set(this.#found.flatMap(({ recordId }) => recordId ?? []))];
		return {
			nameCount: this.#names.length,
			total: this.#total,
			found: this.#found,
			names: [...this.#met],
			recordIds,
			digest: this.#hash.digest('hex'),
		};
	}

	async #search(): Promise<void> {
		const pieces = this.#pending;
		this.#pending = [];
		this.#pendingUnits = 0;
		if (pieces.length === 0 || this.#names.length === 0) return;
		if (!this.#hasLearnt) await this.#learn();
		this.#index.clear();
		const documents = pieces.map(({ text }, at) => ({
			...{ key: String(at), kind: 'note' as const, ownerId: owner.id, text, language: 'und' },
		}));
		this.#index.put([owner], documents);
		for (const { name, terms } of this.#names) {
			const met = new Set<string>();
			for (const term of terms) this.#searchTerm(name, term, pieces, met);
			await this.#giveWay();
		}
	}

	async #learn(): Promise<void> {
		this.#hasLearnt = true;
		const groups = knownGroups();
		for (let at = 0; at < groups.length; at += groupsAtOnce) {
			this.#index.learn(groups.slice(at, at + groupsAtOnce));
			await this.#giveWay();
		}
	}

	async #giveWay(): Promise<void> {
		if (performance.now() < this.#turnEndsAt) return;
		await nextTurn();
		this.#turnEndsAt = performance.now() + turnMillis;
	}

	/** @param met keys of the pieces in which the name was found by another of its forms */
	#searchTerm(name: string, term: string, pieces: readonly PlacedText[], met: Set<string>): void {
		const query = { ...queryOfTerm(term), counts: 'nothing' as const };
		if (query.text === '') return;
		const { hits, matched } = this.#index.search(query, { offset: 0, limit: pieces.length });
		if (matched === 'any') return;
		for (const { key, how, snippet } of hits) {
			const piece = pieces[Number(key)];
			if (!piece || met.has(key)) continue;
			met.add(key);
			this.#keep({ name, path: piece.path, words: snippet.text, isExact: how === 'exact', recordId: piece.recordId });
		}
	}

	#keep(found: FoundName): void {
		this.#total += 1;
		this.#met.add(found.name);
		this.#hash.update(`${JSON.stringify([found.name, found.path, found.words])}\n`);
		if (this.#found.length < mostTold) this.#found.push(found);
	}
}
