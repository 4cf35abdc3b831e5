import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { MentionCalls } from '#shared/api/mentions-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { derivedId, type EditionId, type MentionId, type NameId, type RecordId } from '#shared/domain/ids.ts';
import type { Mention, MentionPlace, Verdict } from '#shared/domain/mention.ts';
import {
	deleteMention,
	findPassage,
	listConfirmed,
	listMentions,
	listMentionsOf,
	listNamesWithin,
	type MentionRow,
	putMention,
} from './mentions-repository.ts';

type Placer = (from: EditionId, ordinal: number, shown: EditionId | null) => Mention['place'];

/** Enough to know a passage again by, in UTF-16 units. */
const firstWordsLength = 80;

/**
 * What people said of passages in which a name is found. The search finds mentions; here is only what somebody confirmed
 * or rejected. A judgement stays with the name it was made of and is read through merges, so that undoing a merge parts
 * them again.
 */
export class MentionsService {
	readonly #database: ArchiveDatabase;
	readonly #editions: EditionsService;
	readonly #names: NamesService;
	readonly #author: () => string;

	/** @param author the name that judgements are kept under, asked each time. */
	constructor(database: ArchiveDatabase, editions: EditionsService, names: NamesService, author: () => string) {
		this.#database = database;
		this.#editions = editions;
		this.#names = names;
		this.#author = author;
	}

	/** One for each passage: what was said of this name itself, else that it is confirmed for one that was merged into it. */
	list({ nameId }: { nameId: NameId }): Mention[] {
		return this.#list(nameId, this.#placer());
	}

	/** What is confirmed of every name that is there, as the list of each has it. */
	confirmed(): Mention[] {
		const judgedIds = new Set(listConfirmed(this.#database.reader).map(({ nameId }) => nameId));
		const currentIds = new Set(Array.from(judgedIds, (id) => this.#names.currentId(id)));
		const placeOf = this.#placer();
		return this.#names
			.find([...currentIds])
			.flatMap(({ id }) => this.#list(id, placeOf).filter(({ verdict }) => verdict === 'confirmed'));
	}

	#list(nameId: NameId, placeOf: Placer): Mention[] {
		const { reader } = this.#database;
		const byPassage = new Map<string, MentionRow>();
		for (const row of listMentions(reader, listNamesWithin(reader, nameId))) {
			const known = byPassage.get(row.lineageId);
			if (!known || weightOf(row, nameId) >= weightOf(known, nameId)) byPassage.set(row.lineageId, row);
		}
		return Array.from(byPassage.values(), ({ id: _, shownEditionId, lineageId: __, number, ...mention }) => ({
			...mention,
			nameId,
			place:
				mention.editionId === shownEditionId
					? { editionId: shownEditionId, ordinal: mention.ordinal, number }
					: placeOf(mention.editionId, mention.ordinal, shownEditionId),
		}));
	}

	/**
	 * Which names somebody confirmed in which records, those in the bin too; a pair once for each passage. A name that was
	 * merged since is the one that it was merged into.
	 */
	listConfirmed(): { recordId: RecordId; nameId: NameId }[] {
		return listConfirmed(this.#database.reader).map(({ recordId, nameId }) => ({
			recordId,
			nameId: this.#names.currentId(nameId),
		}));
	}

	/** One step to undo. What is said of a passage now stands over all that was said of it for merged names. */
	judge({ nameId, places, verdict }: ArgumentOf<MentionCalls['judge']>): void {
		const { reader } = this.#database;
		if (this.#names.find([nameId]).length === 0) throw new AppError('not-found', { what: nameId });
		const within = listNamesWithin(reader, nameId);
		const passages = places.map((place) => this.#passageAt(place));
		this.#database.step(labelOf(verdict), (step) => {
			for (const { place, lineageId } of passages) {
				const own = mentionId(nameId, lineageId);
				for (const id of listMentionsOf(step.writer, within, lineageId))
					if (verdict === null || id !== own) deleteMention(step, id);
				if (verdict !== null) putMention(step, own, { ...place, nameId, verdict, author: this.#author() });
			}
		});
	}

	/** A passage that was judged before anything was found in it is known by its first words. */
	#passageAt(place: MentionPlace): { place: MentionPlace; lineageId: string } {
		const passage = findPassage(this.#database.reader, place);
		if (!passage) throw new AppError('not-found', { what: `${place.editionId}/${place.ordinal}` });
		const { lineageId, text } = passage;
		const words = place.words || text.slice(0, firstWordsLength).replaceAll(/\s+/g, ' ').trim();
		return { place: { ...place, words }, lineageId };
	}

	/** Where passages stand in the editions that are shown now; two editions are laid beside each other once. */
	#placer(): Placer {
		const known = new Map<string, Map<number, number>>();
		const counterpart = (from: EditionId, ordinal: number, shown: EditionId) => {
			const key = `${from} ${shown}`;
			const ordinals = known.get(key) ?? new Map(this.#editions.counterparts({ id: from, otherId: shown }));
			known.set(key, ordinals);
			return ordinals.get(ordinal);
		};
		return (from, ordinal, shown) => {
			const at = shown === null ? undefined : counterpart(from, ordinal, shown);
			if (shown === null || at === undefined) return null;
			const [block] = this.#editions.blocksBetween(shown, at, at);
			return block ? { editionId: shown, ordinal: at, number: block.number } : null;
		};
	}
}

function weightOf({ nameId, verdict }: MentionRow, asked: NameId): number {
	if (nameId === asked) return 2;
	return verdict === 'confirmed' ? 1 : 0;
}

/** The same passage judged in two copies of an archive is one row after they are merged. */
function mentionId(nameId: NameId, lineageId: string): MentionId {
	return derivedId<MentionId>('mention', nameId, lineageId);
}

function labelOf(verdict: Verdict | null): string {
	if (verdict === null) return 'mentionUnjudged';
	return verdict === 'confirmed' ? 'mentionConfirmed' : 'mentionRejected';
}
