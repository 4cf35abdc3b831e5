import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { type PlacedWords, placeWords } from '#shared/domain/placed-words.ts';

/** Blocks that are looked at in one go for the number before a heading. */
const backwards = 50;

/** Throws `not-found` for an edition that is not the record's, `invalid-input` for a range without text. */
export function readWords(editions: EditionsService, recordId: RecordId, asked: TextRange): PlacedWords {
	const edition = editions.get({ id: asked.editionId });
	if (edition.recordId !== recordId) throw new AppError('not-found', { what: asked.editionId });
	const [first, last] = [
		Math.min(asked.startOrdinal, asked.endOrdinal),
		Math.max(asked.startOrdinal, asked.endOrdinal),
	];
	const blocks = editions.blocksBetween(edition.id, first, last);
	return placeWords(edition, blocks, asked, {
		numberBefore: (ordinal) => numberBefore(editions, edition.id, ordinal),
		notesFrom: (ordinal) => editions.notesFrom(edition.id, ordinal),
	});
}

function numberBefore(editions: EditionsService, id: EditionId, ordinal: number): number | null {
	for (let end = ordinal - 1; end >= 0; end -= backwards) {
		const found = editions
			.blocksBetween(id, Math.max(0, end - backwards + 1), end)
			.findLast(({ number }) => number !== null)?.number;
		if (found) return found;
	}
	return null;
}
