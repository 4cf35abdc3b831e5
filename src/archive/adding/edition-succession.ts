import type { PlacementsService } from '#archive/annotations/placements-service.ts';
import type { Step } from '#archive/db/step.ts';
import { type EditionsService, type NewEdition, storedBlocks } from '#archive/editions/editions-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { Reanchoring } from '#shared/text/anchor/reanchor.ts';

export interface SuccessionServices {
	records: RecordsService;
	editions: EditionsService;
	placements: PlacementsService;
}

/**
 * Adds an edition that the record shows from now on, and carries over from the one before what belongs to the words: which
 * passage is which, and where each annotation stands. Undo goes back to the edition before and its annotations.
 */
export function succeedWithin(step: Step, services: SuccessionServices, recordId: RecordId, made: NewEdition): Edition {
	const { records, editions, placements } = services;
	const { holding, editionId: from } = records.get({ id: recordId });
	const alignment = from && new Reanchoring(editions.blocks({ id: from }), storedBlocks(made.blocks));
	const edition = editions.addWithin(step, recordId, made, from && alignment ? { from, alignment } : undefined);
	if (from && alignment && edition.id !== from)
		placements.carryWithin(step, recordId, { from, to: edition.id, alignment });
	const isHeldNow = holding === 'described-only' ? 'held' : holding;
	records.setStateWithin(step, recordId, { holding: isHeldNow, editionId: edition.id });
	return edition;
}
