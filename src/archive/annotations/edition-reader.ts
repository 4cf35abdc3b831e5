import { type AnnotationTarget, quoteContextLength, type TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { describeTarget } from '#shared/domain/text-range.ts';

/** What marks and links need of the editions. */
export interface EditionReader {
	find(id: EditionId): Edition | undefined;
	/** In order, both ends included. */
	blocksBetween(id: EditionId, startOrdinal: number, endOrdinal: number): StoredBlock[];
	/** Those with raised signs, and the notes that these may refer to, in order. */
	blocksWithSigns(id: EditionId): StoredBlock[];
}

/**
 * Checks a range that a client sent against the stored text and says what it stands on. Throws `invalid-input` when it
 * is no range of this record.
 */
export function readTarget(editions: EditionReader, recordId: string, range: TextRange): AnnotationTarget {
	const edition = editions.find(range.editionId);
	if (edition?.recordId !== recordId) throw new AppError('invalid-input', { reason: 'the text is of another record' });
	// Every passage gives a unit of context and a separator, so this many blocks hold it all unless most are empty.
	const from = Math.min(range.startOrdinal, range.endOrdinal) - quoteContextLength;
	const to = Math.max(range.startOrdinal, range.endOrdinal) + quoteContextLength;
	return describeTarget(editions.blocksBetween(range.editionId, from, to), range);
}
