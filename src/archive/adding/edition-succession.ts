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
import type { RecordsService } from '#archive/records/records-service.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId, RecordId, StepId } from '#shared/domain/ids.ts';
import type { AnchoringTask } from '#shared/text/anchor/anchor-marks.ts';
import type { PassageText } from '#shared/text/anchor/text-stream.ts';

export interface SuccessionServices {
	records: RecordsService;
	editions: EditionsService;
	placements: PlacementsService;
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
	/** A step that it goes on with, if that one still stands. */
	stepId?: StepId;
	/** What belongs to the same step, before the edition. */
	alongside?(step: Step): void;
}

/** Where the record stands before: what the texts are compared for. */
interface Plan {
	from: EditionId | null;
	marks: CarriedMark[];
}

/**
 * Adds an edition that the record shows from now on, and carries over from the one before what belongs to the words: which
 * passage is which, and where each annotation stands. Undo goes back to the edition before and its annotations. The texts
 * are compared in the import process; what was annotated meanwhile is compared again.
 */
export async function succeed(tools: SuccessionTools, text: NewText): Promise<Edition> {
	const { services, importer } = tools;
	const { recordId, made, fileName } = text;
	const to = editionIdOf(recordId, made);
	for (;;) {
		const plan = planOf(services, recordId, to);
		const task = plan.from === null ? null : taskOf(services.editions, plan, made);
		const anchored = task && (await importer.anchor(fileName, task));
		if (JSON.stringify(plan) !== JSON.stringify(planOf(services, recordId, to))) continue;
		const work = (step: Step) => {
			text.alongside?.(step);
			const succession = plan.from && anchored ? { from: plan.from, lineage: anchored.lineage } : undefined;
			const edition = services.editions.addWithin(step, recordId, made, succession);
			if (anchored) services.placements.carryWithin(step, recordId, to, { marks: plan.marks, places: anchored.places });
			const { holding } = services.records.get({ id: recordId });
			const isHeldNow = holding === 'described-only' ? 'held' : holding;
			services.records.setStateWithin(step, recordId, { holding: isHeldNow, editionId: to });
			return edition;
		};
		return tools.database.step(text.label, work, text.stepId === undefined ? {} : { id: text.stepId });
	}
}

function planOf({ records, placements }: SuccessionServices, recordId: RecordId, to: EditionId): Plan {
	const { editionId: from } = records.get({ id: recordId });
	if (!from || from === to) return { from: null, marks: [] };
	return { from, marks: placements.marksToCarry(recordId, { from, to }) };
}

function taskOf(editions: EditionsService, { from, marks }: Plan, made: NewEdition): AnchoringTask {
	const sources = new Set([...(from ? [from] : []), ...marks.map(({ source }) => source.editionId)]);
	return {
		new: textsOf(storedBlocks(made.blocks)),
		old: [...sources].map((editionId) => ({ editionId, passages: textsOf(editions.blocks({ id: editionId })) })),
		marks: marks.map(({ source }) => source),
	};
}

function textsOf(blocks: readonly StoredBlock[]): PassageText[] {
	return blocks.map(({ ordinal, text }) => ({ ordinal, text }));
}
