import type { CarriedMark, PlacementsService } from '#archive/annotations/placements-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import {
	type EditionsService,
	editionIdOf,
	type NewEdition,
	storedBlocks,
} from '#archive/editions/editions-service.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import { type RereadingTask, rereadingOf } from '#archive/importers/rereading.ts';
import type { CarriedEnd, LinkPlacementsService } from '#archive/links/link-placements-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId, RecordId, StepId } from '#shared/domain/ids.ts';
import type { Anchored } from '#shared/text/anchor/reanchor.ts';
import type { PassageText } from '#shared/text/anchor/text-stream.ts';

export interface SuccessionServices {
	records: RecordsService;
	editions: EditionsService;
	placements: PlacementsService;
	linkPlacements: LinkPlacementsService;
}

export interface SuccessionTools {
	database: ArchiveDatabase;
	importer: ImportClient;
	services: SuccessionServices;
}

export interface NewText {
	recordId: RecordId;
	made: NewEdition;
	/** The file it is from. */
	fileName: string;
	/** The step's label. */
	label: string;
	/** Calls it off until the step is written; then `cancelled` is thrown. */
	signal?: AbortSignal;
	/** A step that it goes on with, if that one still stands. */
	stepId?: StepId;
	/** What belongs to the same step, before the edition. */
	alongside?(step: Step): void;
}

/** Where the record stands before: what the texts are compared for. */
interface Plan {
	from: EditionId | null;
	marks: CarriedMark[];
	ends: CarriedEnd[];
}

/**
 * Adds an edition that the record shows from now on, and carries over from the one before what belongs to the words: which
 * passage is which, and where each annotation and each end of a link stands. Undo goes back to the edition before and all
 * that stood on it. The texts are compared in the import process; what was annotated or linked meanwhile is compared again.
 */
export async function succeed(tools: SuccessionTools, text: NewText): Promise<Edition> {
	const { services, importer } = tools;
	const { recordId, made, fileName, signal } = text;
	const to = editionIdOf(recordId, made);
	for (;;) {
		const plan = planOf(services, recordId, to);
		const task = plan.from === null ? null : taskOf(services.editions, plan, made);
		const anchored = task && (await importer.anchor(fileName, task, signal));
		if (signal?.aborted) throw new AppError('cancelled');
		if (JSON.stringify(plan) !== JSON.stringify(planOf(services, recordId, to))) continue;
		const work = (step: Step) => {
			text.alongside?.(step);
			const succession = plan.from && anchored ? { from: plan.from, lineage: anchored.lineage } : undefined;
			const edition = services.editions.addWithin(step, recordId, made, succession);
			if (anchored) carryWithin(step, services, { recordId, to, plan, places: anchored.places });
			const { holding } = services.records.get({ id: recordId });
			const isHeldNow = holding === 'described-only' ? 'held' : holding;
			services.records.setStateWithin(step, recordId, { holding: isHeldNow, editionId: to });
			return edition;
		};
		return tools.database.step(text.label, work, text.stepId === undefined ? {} : { id: text.stepId });
	}
}

interface Carried {
	recordId: RecordId;
	to: EditionId;
	plan: Plan;
	/** Of the marks, then of the ends. */
	places: readonly Anchored[];
}

function carryWithin(
	step: Step,
	{ placements, linkPlacements }: SuccessionServices,
	{ recordId, to, plan: { marks, ends }, places }: Carried,
): void {
	placements.carryWithin(step, recordId, to, { marks, places: places.slice(0, marks.length) });
	linkPlacements.carryWithin(step, recordId, to, { ends, places: places.slice(marks.length) });
}

function planOf({ records, placements, linkPlacements }: SuccessionServices, recordId: RecordId, to: EditionId): Plan {
	const { editionId: from } = records.get({ id: recordId });
	if (!from || from === to) return { from: null, marks: [], ends: [] };
	const succession = { from, to };
	const marks = placements.marksToCarry(recordId, succession);
	return { from, marks, ends: linkPlacements.endsToCarry(recordId, succession) };
}

function taskOf(editions: EditionsService, plan: Plan, made: NewEdition): RereadingTask {
	const { from } = plan;
	const marks = [...plan.marks, ...plan.ends];
	const sources = new Set([...(from ? [from] : []), ...marks.map(({ source }) => source.editionId)]);
	return {
		new: textsOf(storedBlocks(made.blocks)),
		old: [...sources].map((editionId) => oldText(editions, editionId, made)),
		marks: marks.map(({ source }) => source),
	};
}

/** A text whose marks are looked for in another: with the way from its letters to those, where it is of the same file. */
export function oldText(
	editions: EditionsService,
	editionId: EditionId,
	to: Pick<Edition, 'originalSha256' | 'parameters'>,
): RereadingTask['old'][number] {
	const rereading = rereadingOf(editions.get({ id: editionId }), to);
	const passages = textsOf(editions.blocks({ id: editionId }));
	return { editionId, passages, ...(rereading && { rereading }) };
}

/** What alignment needs of an edition. */
export function textsOf(blocks: readonly StoredBlock[]): PassageText[] {
	return blocks.map(({ ordinal, text }) => ({ ordinal, text }));
}
