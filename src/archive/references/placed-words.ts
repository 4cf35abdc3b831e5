import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { normaliseRange, textOfRange } from '#shared/domain/text-range.ts';

/** Words of an edition, as they stand there now. */
export interface PlacedWords {
	edition: Edition;
	range: TextRange;
	words: string;
	/** BCP 47 of the first passage; '' when it is not known. */
	language: string;
	/** ¶ numbers, "3" or "3–5"; '' where nothing before or in it is counted. */
	numbers: string;
}

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
	const range = normaliseRange(blocks, asked);
	const language = blocks.find(({ ordinal }) => ordinal === range.startOrdinal)?.language ?? edition.language;
	return {
		edition,
		range,
		words: textOfRange(blocks, range),
		language: language === 'und' ? '' : language,
		numbers: numbersOf(editions, blocks, range),
	};
}

/** A heading and a later cell of a row are cited by the number before them. */
function numbersOf(editions: EditionsService, blocks: readonly StoredBlock[], range: TextRange): string {
	const within = blocks.filter(({ ordinal }) => ordinal >= range.startOrdinal && ordinal <= range.endOrdinal);
	const own = within.flatMap(({ number }) => number ?? []);
	const first = within[0]?.number ?? numberBefore(editions, range.editionId, range.startOrdinal) ?? own[0];
	const last = own.at(-1) ?? first;
	if (first === undefined || last === undefined) return '';
	return first === last ? String(first) : `${first}–${last}`;
}

function numberBefore(editions: EditionsService, id: EditionId, ordinal: number): number | undefined {
	for (let end = ordinal - 1; end >= 0; end -= backwards) {
		const found = editions
			.blocksBetween(id, Math.max(0, end - backwards + 1), end)
			.findLast(({ number }) => number !== null)?.number;
		if (found) return found;
	}
	return undefined;
}
