import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { EditionCalls } from '#shared/api/editions-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type Block, isPassage, numberBlocks, type StoredBlock } from '#shared/domain/block.ts';
import type { Edition, EditionKind } from '#shared/domain/edition.ts';
import { derivedId, type EditionId, type RecordId, type Sha256 } from '#shared/domain/ids.ts';
import { boxBetween, pageUnits } from '#shared/domain/page-box.ts';
import type { PageLayout, PlacedRun } from '#shared/domain/page-layout.ts';
import type { BlockLayout, EditionPage, RecognisedLayout } from '#shared/domain/recognised-layout.ts';
import type { Fixity } from '#shared/domain/record.ts';
import { isWithin, openingRanges, type TextOpening } from '#shared/domain/text-outline.ts';
import { countWords } from '#shared/text/count-words.ts';
import {
	findEdition,
	findOutline,
	findPageLayout,
	insertBlock,
	insertEdition,
	insertPageLayout,
	listBlocks,
	listBlocksWithSigns,
	listBlockTexts,
	listCounterparts,
	listEditions,
	listEditionsByText,
	listLineages,
	listNotes,
	listPageLayouts,
	listSomeBlocks,
	listTextDigests,
	listTextsBefore,
	type TextDigest,
} from './editions-repository.ts';
import { insertBlockLayout, insertPage, listBlockLayouts, listPages } from './layouts-repository.ts';

export type { TextDigest };

/** Passages read back in one go: some tens of milliseconds at most. */
const blocksPerTurn = 2000;

/** What a maker hands over to become an edition. */
export interface NewEdition {
	kind: EditionKind;
	originalSha256: Sha256 | null;
	maker: string;
	makerVersion: string;
	parameters: Edition['parameters'];
	language: string;
	blocks: readonly Block[];
	/** ¶ numbers of the blocks, where they are another text's; absent where they are counted. */
	numbers?: readonly (number | null)[];
	/** The edition of the same record that it was made from by a person; null or absent for one made from an original. */
	baseEditionId?: EditionId | null;
	/** Where the text stands on the pages of the original, where that is known. */
	layout?: readonly PageLayout[];
	/** Where its words stand and how sure each is, if they were recognised in pictures. */
	recognised?: NewLayout;
}

export interface NewLayout {
	pages: readonly EditionPage[];
	blocks: readonly Omit<BlockLayout, 'box'>[];
}

/** The edition that a new one takes the place of, and which of its passages are still there. */
export interface EditionSuccession {
	from: EditionId;
	/** For ordinals of the new edition, the ordinals of the passages before that they are. */
	lineage: ReadonlyMap<number, number>;
}

/** Readable texts: added once, read ever after, never changed. */
export class EditionsService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	get({ id }: { id: EditionId }): Edition {
		const edition = this.find(id);
		if (!edition) throw new AppError('not-found', { what: id });
		return edition;
	}

	find(id: EditionId): Edition | undefined {
		return findEdition(this.#database.reader, id);
	}

	/** Newest first. */
	listOf(recordId: RecordId): Edition[] {
		return listEditions(this.#database.reader, recordId);
	}

	/** All with this very text, oldest first; also of records in the bin. */
	withText(textSha256: string): Edition[] {
		return listEditionsByText(this.#database.reader, textSha256);
	}

	opening({ id, ordinal }: ArgumentOf<EditionCalls['opening']>): TextOpening {
		const { reader } = this.#database;
		const outline = findOutline(reader, id);
		const ranges = openingRanges(outline, ordinal);
		const opened = [...outline.kinds.entries()].flatMap(([at, kind]) =>
			kind === 'heading' || isWithin(ranges, at) ? at : [],
		);
		return { outline, blocks: listSomeBlocks(reader, id, opened) };
	}

	blocks({ id, from = 0, to = Number.MAX_SAFE_INTEGER }: ArgumentOf<EditionCalls['blocks']>): StoredBlock[] {
		return this.blocksBetween(id, from, to);
	}

	/** Without runs where it is not known where the text stands. */
	layout({ id, page }: { id: EditionId; page: number }): PageLayout {
		const { reader } = this.#database;
		return findPageLayout(reader, id, page) ?? { page, runs: listBlockLayouts(reader, id, page).flatMap(runsOf) };
	}

	/** Of every page that is known, in order. */
	layouts(id: EditionId): PageLayout[] {
		return listPageLayouts(this.#database.reader, id);
	}

	/** Which passage of one edition is which of another, by ordinal, as was found when either came in. */
	counterparts({ id, otherId }: { id: EditionId; otherId: EditionId }): [number, number][] {
		return listCounterparts(this.#database.reader, id, otherId);
	}

	/** What each passage of an edition is called in every edition that it stands in, by ordinal. */
	lineagesOf(id: EditionId): Map<number, string> {
		return listLineages(this.#database.reader, id);
	}

	/** Where its words stand on the pictures they were recognised in; with `page` on that one alone. */
	recognised({ id, page }: ArgumentOf<EditionCalls['recognised']>): RecognisedLayout {
		const { reader } = this.#database;
		return { editionId: id, pages: listPages(reader, id), blocks: listBlockLayouts(reader, id, page) };
	}

	/** Both ends included. */
	blocksBetween(id: EditionId, startOrdinal: number, endOrdinal: number): StoredBlock[] {
		return listBlocks(this.#database.reader, id, startOrdinal, endOrdinal);
	}

	/** The footnotes and endnotes that stand at or after a place. */
	notesFrom(id: EditionId, ordinal: number): StoredBlock[] {
		return listNotes(this.#database.reader, id, ordinal);
	}

	/** Those with raised signs, and the notes that these may refer to, in order. */
	blocksWithSigns(id: EditionId): StoredBlock[] {
		return listBlocksWithSigns(this.#database.reader, id);
	}

	/** The digest that each finished text was kept with, by id; of these records alone where they are given. */
	textDigests(recordIds?: readonly RecordId[]): TextDigest[] {
		return listTextDigests(this.#database.reader, recordIds);
	}

	/** Those of records outside the bin that were made before that instant (ISO 8601 UTC). */
	textsBefore(instant: string): TextDigest[] {
		return listTextsBefore(this.#database.reader, instant);
	}

	/**
	 * Reads the text back and compares it with the digest it was kept with; gives way to other work between pieces. Throws
	 * `cancelled` on abort.
	 */
	async checkText({ id, textSha256 }: TextDigest, signal: AbortSignal): Promise<Exclude<Fixity, 'unverified'>> {
		const hash = createHash('sha256');
		let count = 0;
		for (let after = -1; ; ) {
			if (signal.aborted) throw new AppError('cancelled');
			const blocks = this.#textsAfter(id, after);
			if (blocks === null) return 'unverifiable';
			for (const { text } of blocks) hash.update(count++ === 0 ? text : `\n${text}`);
			if (blocks.length < blocksPerTurn) break;
			after = blocks.at(-1)?.ordinal ?? after;
			await nextTurn();
		}
		if (hash.digest('hex') === textSha256) return 'intact';
		return count === 0 ? 'missing' : 'changed';
	}

	/** Null where pages of the file cannot be read: what they held is neither the same nor another. */
	#textsAfter(id: EditionId, ordinal: number): { ordinal: number; text: string }[] | null {
		try {
			return listBlockTexts(this.#database.reader, id, ordinal, blocksPerTurn);
		} catch {
			return null;
		}
	}

	/**
	 * Adds an edition to a record. Its id is derived from what it was made of and how, so that the same text made twice,
	 * here or in another copy of the archive, is one edition; the one that is there is given back then. A passage that was
	 * in the edition before keeps its lineage.
	 */
	addWithin(step: Step, recordId: RecordId, made: NewEdition, succession?: EditionSuccession): Edition {
		const { blocks, numbers, layout = [], recognised, baseEditionId = null, ...description } = made;
		const id = editionIdOf(recordId, made);
		const known = findEdition(step.writer, id);
		if (known) return known;
		const passages = blocks.filter(isPassage);
		const edition: Edition = {
			...description,
			id,
			recordId,
			createdAt: step.at,
			passageCount: passages.length,
			wordCount: passages.reduce((sum, block) => sum + countWords(block.text), 0),
			textSha256: digestText(blocks),
			isDraft: false,
			baseEditionId,
		};
		insertEdition(step.writer, edition, step.nextClock());
		const carried = succession && carriedLineage(step.writer, succession);
		for (const block of storedBlocks(blocks, numbers)) {
			insertBlock(step.writer, id, block, carried?.get(block.ordinal) ?? `${id}/${block.ordinal}`);
		}
		for (const page of recognised?.pages ?? []) insertPage(step.writer, id, page);
		for (const block of recognised?.blocks ?? []) insertBlockLayout(step.writer, id, block);
		for (const page of layout) insertPageLayout(step.writer, id, page);
		return edition;
	}
}

/** Recognised words as runs of a page's text. */
function runsOf({ ordinal, words }: BlockLayout): PlacedRun[] {
	return words.map(({ start, end, box }) => {
		const corner = { x: box.x * pageUnits, y: box.y * pageUnits };
		const far = { x: (box.x + box.width) * pageUnits, y: (box.y + box.height) * pageUnits };
		return { ordinal, start, end, box: boxBetween(corner, far), advance: 0 };
	});
}

/** Lineage ids for the ordinals of the new edition. */
function carriedLineage(reader: Reader, { from, lineage }: EditionSuccession): Map<number, string> {
	const lineages = listLineages(reader, from);
	return new Map([...lineage].map(([ordinal, before]) => [ordinal, lineages.get(before) ?? '']));
}

/** The blocks with their positions and ¶ numbers. */
export function storedBlocks(
	blocks: readonly Block[],
	numbers: readonly (number | null)[] = numberBlocks(blocks),
): StoredBlock[] {
	return blocks.map((block, ordinal) => ({ ...block, ordinal, number: numbers[ordinal] ?? null }));
}

/** The id that `addWithin` will give: derived from the record, the text's origin, and how it was made. */
export function editionIdOf(recordId: RecordId, made: NewEdition): EditionId {
	const parameters = JSON.stringify(Object.entries(made.parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
	const origin = made.originalSha256 ?? digestText(made.blocks);
	return derivedId<EditionId>('edition', recordId, made.kind, origin, made.maker, made.makerVersion, parameters);
}

function digestText(blocks: readonly Block[]): Sha256 {
	return digestTexts(blocks.map(({ text }) => text));
}

function digestTexts(texts: readonly string[]): Sha256 {
	return createHash('sha256').update(texts.join('\n')).digest('hex') as Sha256;
}
