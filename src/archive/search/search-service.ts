import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { HistoryService } from '#archive/history/history-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import type { SearchDocument, SearchOwner, SearchPage } from '#shared/api/search-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Name } from '#shared/domain/name.ts';
import { listJoinedNames } from './joined-names-repository.ts';
import {
	documentOfNote,
	nameDocument,
	nameOwner,
	passageDocument,
	recordDocuments,
	recordOwner,
	translationsOf,
} from './search-documents.ts';
import {
	countDocuments,
	countPackedPassages,
	getPassageText,
	listNameArrivals,
	listNotes,
	listOwners,
	listOwnersAfter,
	listPassages,
	type OwnerRow,
	type TranslationText,
} from './search-repository.ts';

/** What pages go by: first all records, then all names, each by id. */
interface Cursor {
	stage: 'records' | 'names';
	/** The last id that was given. */
	id: string;
}

/** What there is to be found, for whoever builds an index of it. Records in the bin are not. */
export class SearchService {
	readonly #database: ArchiveDatabase;
	readonly #history: HistoryService;
	readonly #names: NamesService;
	readonly #language: () => string;

	/** @param language BCP 47 of the forms in which names are shown, asked each time. */
	constructor(database: ArchiveDatabase, history: HistoryService, names: NamesService, language: () => string) {
		this.#database = database;
		this.#history = history;
		this.#names = names;
		this.#language = language;
	}

	/** Everything, page by page: whole owners until they have `limit` documents. `total` counts those of all pages. */
	documents({
		after,
		limit,
		segmentIds = [],
	}: {
		after: string | null;
		limit: number;
		segmentIds?: string[];
	}): SearchPage {
		const { reader } = this.#database;
		const { owners, names, next } = this.#ownersAfter(after, limit, (owner) => documentCount(owner, segmentIds));
		const documents = this.#recordDocuments(owners, segmentIds);
		const total = countDocuments(reader) - countPackedPassages(reader, segmentIds);
		return this.#page(owners, names, documents, next, total);
	}

	/** The documents of these records and names as they are now, in one page. */
	documentsOf({ ownerIds, segmentIds = [] }: { ownerIds: string[]; segmentIds?: string[] }): SearchPage {
		const records = listOwners(this.#database.reader, ownerIds);
		const names = this.#names.find(ownerIds);
		const documents = this.#recordDocuments(records, segmentIds);
		return this.#page(records, names, documents, null, documents.length + names.length);
	}

	/** These records and names with what is found of them besides passages and notes. */
	described({ ownerIds }: { ownerIds: string[] }): Pick<SearchPage, 'owners' | 'documents'> {
		const records = listOwners(this.#database.reader, ownerIds);
		const names = this.#names.find(ownerIds);
		return {
			owners: this.#given(records, names),
			documents: [...records.flatMap(recordDocuments), ...names.map(nameDocument)],
		};
	}

	/** Owners alone. */
	owners({ after, limit }: { after: string | null; limit: number }): { owners: SearchOwner[]; next: string | null } {
		const { owners, names, next } = this.#ownersAfter(after, limit, () => 1);
		return { owners: this.#given(owners, names), next };
	}

	/** Texts of passages, in this order; null where there is no such passage. */
	texts({ places }: { places: { editionId: string; ordinal: number }[] }): (string | null)[] {
		const { reader } = this.#database;
		return places.map(({ editionId, ordinal }) => getPassageText(reader, editionId, ordinal));
	}

	#ownersAfter(
		after: string | null,
		limit: number,
		weigh: (owner: OwnerRow) => number,
	): { owners: OwnerRow[]; names: Name[]; next: string | null } {
		const { stage, id } = parseCursor(after);
		const { owners, weight, isEnd } =
			stage === 'records'
				? listOwnersAfter(this.#database.reader, id, limit, weigh)
				: { owners: [], weight: 0, isEnd: true };
		const lastOwner = owners.at(-1);
		if (lastOwner && !isEnd) {
			return { owners, names: [], next: formatCursor({ stage: 'records', id: lastOwner.id }) };
		}
		const names = this.#names.list().filter((name) => stage === 'records' || name.id > id);
		const given = names.slice(0, Math.max(1, limit - weight));
		const lastName = given.at(-1);
		const next = lastName && given.length < names.length ? formatCursor({ stage: 'names', id: lastName.id }) : null;
		return { owners, names: given, next };
	}

	#given(records: readonly OwnerRow[], names: readonly Name[]): SearchOwner[] {
		const language = this.#language();
		const { reader } = this.#database;
		const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
		const joined = listJoinedNames(reader, idsOf(records));
		const arrivals = listNameArrivals(reader, idsOf(names));
		return [
			...records.map((record) => recordOwner(record, joined.get(record.id))),
			...names.map((name) => nameOwner(name, language, arrivals.get(name.id))),
		];
	}

	#page(
		records: readonly OwnerRow[],
		names: readonly Name[],
		documents: readonly SearchDocument[],
		next: string | null,
		total: number,
	): SearchPage {
		return {
			owners: this.#given(records, names),
			documents: [...documents, ...names.map(nameDocument)],
			next,
			changeNumber: this.#history.changeNumber(),
			total,
		};
	}

	#recordDocuments(owners: readonly OwnerRow[], segmentIds: readonly string[]): SearchDocument[] {
		const { reader } = this.#database;
		const byEdition = new Map(
			owners.flatMap((owner) =>
				textsOf(owner)
					.filter((text) => !isPacked(text, segmentIds))
					.map((text) => [text.id, { owner, ...text }]),
			),
		);
		const documents = owners.flatMap(recordDocuments);
		for (const passage of listPassages(reader, [...byEdition.keys()])) {
			const found = byEdition.get(passage.editionId);
			if (found) documents.push(passageDocument(passage, found.owner, found.translation));
		}
		const ids = owners.map((owner) => owner.id);
		for (const note of listNotes(reader, ids)) documents.push(documentOfNote(note));
		return documents;
	}
}

interface OwnedText {
	id: string;
	segmentId: string | null;
	passageCount: number;
	translation?: TranslationText;
}

/** The text that a record shows, and its translations. */
function textsOf(owner: OwnerRow): OwnedText[] {
	const { editionId, segmentId, passageCount } = owner;
	return [
		...(editionId === null ? [] : [{ id: editionId, segmentId, passageCount }]),
		...translationsOf(owner).map((translation) => ({ ...translation, translation })),
	];
}

function isPacked({ segmentId }: Pick<OwnedText, 'segmentId'>, segmentIds: readonly string[]): boolean {
	return segmentId !== null && segmentIds.includes(segmentId);
}

function documentCount(owner: OwnerRow, segmentIds: readonly string[]): number {
	const unpacked = textsOf(owner).filter((text) => !isPacked(text, segmentIds));
	return unpacked.reduce((sum, { passageCount }) => sum + passageCount, owner.otherCount);
}

function parseCursor(after: string | null): Cursor {
	if (after === null) return { stage: 'records', id: '' };
	const [stage, id] = after.split(':');
	if ((stage !== 'records' && stage !== 'names') || id === undefined)
		throw new AppError('invalid-input', { reason: `no page after ${after}` });
	return { stage, id };
}

function formatCursor({ stage, id }: Cursor): string {
	return `${stage}:${id}`;
}
