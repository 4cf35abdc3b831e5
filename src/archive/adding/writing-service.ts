import { createHash } from 'node:crypto';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { DraftsService } from '#archive/editions/drafts-service.ts';
import type { EditionsService, NewEdition, NewLayout } from '#archive/editions/editions-service.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import { guessLanguage } from '#archive/importers/language.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { EditionCalls } from '#shared/api/editions-api.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import type { Block } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { withoutAddress } from '#shared/domain/figure.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import type { PageLayout } from '#shared/domain/page-layout.ts';
import type { PlacedWord } from '#shared/domain/recognised-layout.ts';
import { message } from '#shared/messages/messages.ts';
import { type CarriedOver, type CarryingTask, carriedOf, carryOver, type Stretch } from '#shared/writing/carry-over.ts';
import { readText } from '#shared/writing/written-text.ts';
import { type SuccessionServices, succeed } from './edition-succession.ts';

/** Goes up whenever the same text would give other blocks. */
const version = '1';
/** A word that a person has written is as it was meant. */
const sure = 100;

interface Services extends SuccessionServices {
	drafts: DraftsService;
}

/** Keeps what a person wrote: a text that was read badly and is corrected, or what stands in a picture. */
export class WritingService {
	readonly #database: ArchiveDatabase;
	readonly #importer: ImportClient;
	readonly #services: Services;
	readonly #author: () => string;

	/** @param author the name that the transcription is made by, asked each time. */
	constructor(database: ArchiveDatabase, importer: ImportClient, services: Services, author: () => string) {
		this.#database = database;
		this.#importer = importer;
		this.#services = services;
		this.#author = author;
	}

	/**
	 * Makes an edition of the text, which the record shows from now on; annotations move over, and undo goes back. What
	 * typing cannot say, formatting and where words stand on a page among it, stays with the words that are still there.
	 * Throws invalid-input for a text without words, and for a record of which no file is held.
	 */
	async write({ recordId, text, language, baseEditionId }: ArgumentOf<EditionCalls['write']>): Promise<Edition> {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const { records, editions, drafts } = this.#services;
		const base = baseEditionId === null ? null : this.#editionOf(recordId, baseEditionId);
		const [file] = records.filesOf(recordId);
		if (!base && !file) throw new AppError('invalid-input', { reason: message('writing.no-file') });
		const before = base ? editions.blocks({ id: base.id }) : [];
		const shape = base ? shapeOf(editions, base.id) : null;
		const carried = await this.#carryOver({
			written: readText(text),
			before,
			asked: askedOf(shape),
		});
		const { blocks } = carried;
		const made: NewEdition = {
			...this.#madeOf(blocks),
			kind: 'transcription',
			originalSha256: base ? base.originalSha256 : (file?.sha256 ?? null),
			language: language === 'und' ? guessLanguage(wordsOf(blocks)) : language,
			baseEditionId,
			...(shape && placesOf(shape, before, carried)),
		};
		return succeed(
			{ database: this.#database, importer: this.#importer, services: this.#services },
			{
				...{ recordId, fileName: file?.fileName ?? '', label: 'textWritten', made },
				alongside: ({ writer }) => drafts.dropWithin(writer, { recordId, about: '' }),
			},
		);
	}

	/**
	 * Makes a redaction of an edition: what a share carries of the record in the place of its other texts. The record shows
	 * what it did before. Where its words stood on the page is left out with the pages, which no share has, and so are
	 * addresses: who blacks words out does not see where a link or a picture points.
	 */
	async redact({ recordId, text, baseEditionId }: ArgumentOf<EditionCalls['redact']>): Promise<Edition> {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const { records, editions, drafts } = this.#services;
		const base = this.#editionOf(recordId, baseEditionId);
		const task = { written: readText(text), before: editions.blocks({ id: base.id }), asked: [] };
		const blocks = (await this.#carryOver(task)).blocks.map(withoutAddresses);
		const made: NewEdition = {
			...this.#madeOf(blocks),
			kind: 'redaction',
			originalSha256: base.originalSha256,
			language: base.language,
			baseEditionId,
		};
		return this.#database.step('textRedacted', (step) => {
			// The record may have been withdrawn while the texts were compared.
			this.#editionOf(recordId, baseEditionId);
			drafts.dropWithin(step.writer, { recordId, about: 'redaction' });
			const edition = editions.addWithin(step, recordId, made);
			records.setRedactionWithin(step, recordId, edition.id);
			return edition;
		});
	}

	/** Shares carry all texts of the record again. */
	endRedaction({ recordId }: ArgumentOf<EditionCalls['endRedaction']>): void {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		this.#database.step('redactionEnded', (step) => this.#services.records.setRedactionWithin(step, recordId, null));
	}

	/** In the import process: a long text that became another one takes seconds. A text that goes on from none takes nothing. */
	async #carryOver(task: CarryingTask): Promise<CarriedOver> {
		if (task.before.length === 0) return carryOver(task.written, task.before);
		try {
			return carriedOf(task, await this.#importer.carry(task));
		} catch (error) {
			// Nothing was wrong with a file: what was typed is a draft, and can be saved again.
			const isOurs = ['import-timeout', 'import-crashed'].includes(toErrorData(error).code);
			throw isOurs
				? new AppError('invalid-input', { reason: message('writing.not-compared') }, { cause: error })
				: error;
		}
	}

	#editionOf(recordId: RecordId, id: EditionId): Edition {
		const edition = this.#services.editions.get({ id });
		if (edition.recordId !== recordId) throw new AppError('not-found', { what: id });
		return edition;
	}

	/** Throws invalid-input where there are no words. */
	#madeOf(blocks: readonly Block[]): Pick<NewEdition, 'maker' | 'makerVersion' | 'parameters' | 'blocks'> {
		if (blocks.every(({ text }) => text === '')) {
			throw new AppError('invalid-input', { reason: message('import.reason.blank') });
		}
		return {
			maker: this.#author() || 'Lectern',
			makerVersion: version,
			// The id of an edition is made of how it was made: two texts of one original are two.
			parameters: { written: createHash('sha256').update(JSON.stringify(blocks)).digest('hex') },
			blocks,
		};
	}
}

function withoutAddresses({ marks, figure, ...block }: Block): Block {
	const seen = marks?.filter(({ kind }) => kind !== 'link') ?? [];
	return { ...block, ...(seen.length > 0 && { marks: seen }), ...(figure && { figure: withoutAddress(figure) }) };
}

function wordsOf(blocks: readonly Block[]): string {
	return blocks.map(({ text }) => text).join('\n');
}

/** Where the words of an edition stand on its pages, and how surely they were read. */
interface Shape extends NewLayout {
	layouts: PageLayout[];
}

function shapeOf(editions: EditionsService, id: EditionId): Shape {
	return { ...editions.recognised({ id }), layouts: editions.layouts(id) };
}

/** The stretches whose place in the new text is needed. */
function askedOf(shape: Shape | null): Stretch[] {
	if (!shape) return [];
	const runs = shape.layouts.flatMap((page) => page.runs);
	const words = shape.blocks.flatMap(({ ordinal, words }) => words.map(({ start, end }) => ({ ordinal, start, end })));
	return [...runs.map(({ ordinal, start, end }) => ({ ordinal, start, end })), ...words];
}

/** Where the words that were kept stand on the pages: as they stood in the edition before. */
function placesOf(
	{ pages, blocks, layouts }: Shape,
	before: readonly Block[],
	carried: CarriedOver,
): Pick<NewEdition, 'layout' | 'recognised'> {
	const layout = layouts.map((page) => carriedPage(page, carried));
	if (pages.length === 0) return { layout };
	const textIn = (texts: readonly Block[], { ordinal, start, end }: Stretch) => texts[ordinal]?.text.slice(start, end);
	const isSame = (was: Stretch, is: Stretch) => textIn(before, was) === textIn(carried.blocks, is);
	return { layout, recognised: { pages, blocks: carriedWords(blocks, carried, isSame) } };
}

function carriedPage({ page, runs }: PageLayout, { placeOf }: CarriedOver): PageLayout {
	return {
		page,
		runs: runs.flatMap((run) => {
			const place = placeOf(run);
			return place ? { ...run, ...place } : [];
		}),
	};
}

function carriedWords(
	before: NewLayout['blocks'],
	{ placeOf }: CarriedOver,
	isSame: (was: Stretch, is: Stretch) => boolean,
): NewLayout['blocks'] {
	const byBlock = new Map<number, { page: number; words: PlacedWord[] }>();
	for (const { ordinal, page, words } of before) {
		for (const { start, end, confidence, box } of words) {
			const was = { ordinal, start, end };
			const place = placeOf(was);
			if (!place) continue;
			const word = { start: place.start, end: place.end, confidence: isSame(was, place) ? confidence : sure, box };
			const found = byBlock.get(place.ordinal) ?? { page, words: [] };
			found.words.push(word);
			byBlock.set(place.ordinal, found);
		}
	}
	return [...byBlock].map(([ordinal, { page, words }]) => ({ ordinal, page, words }));
}
