import type { TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { normaliseRange, partWithin, type TextBlock, type TextPoint } from '#shared/domain/text-range.ts';

/**
 * The range to mark for two places in the text, without the white space at its ends, which selecting by word or by line
 * takes along. Null when no text is left.
 */
export function rangeToMark(
	blocks: readonly TextBlock[],
	editionId: EditionId,
	start: TextPoint,
	end: TextPoint,
): TextRange | null {
	const range = normalOrNull(blocks, {
		editionId,
		startOrdinal: start.ordinal,
		startOffset: start.offset,
		endOrdinal: end.ordinal,
		endOffset: end.offset,
	});
	if (!range) return null;
	const parts = blocks
		.slice(range.startOrdinal, range.endOrdinal + 1)
		.flatMap((block) => wordsWithin(range, block) ?? []);
	const [first, last] = [parts[0], parts.at(-1)];
	if (!first || !last) return null;
	return {
		editionId,
		startOrdinal: first.ordinal,
		startOffset: first.start,
		endOrdinal: last.ordinal,
		endOffset: last.end,
	};
}

function normalOrNull(blocks: readonly TextBlock[], range: TextRange): TextRange | null {
	try {
		return normaliseRange(blocks, range);
	} catch (error) {
		// A selection that holds no text is nothing to mark; it is no fault either.
		if (error instanceof AppError && error.code === 'invalid-input') return null;
		throw error;
	}
}

function wordsWithin(range: TextRange, block: TextBlock): { ordinal: number; start: number; end: number } | null {
	const part = partWithin(range, block);
	const text = part ? block.text.slice(part.start, part.end) : '';
	if (!part || text.trim() === '') return null;
	const start = part.start + text.length - text.trimStart().length;
	return { ordinal: block.ordinal, start, end: part.start + text.trimEnd().length };
}

/** The range over a whole passage; null for a block without text. */
export function wholePassage(blocks: readonly TextBlock[], editionId: EditionId, ordinal: number): TextRange | null {
	const end = blocks[ordinal]?.text.length ?? 0;
	return rangeToMark(blocks, editionId, { ordinal, offset: 0 }, { ordinal, offset: end });
}
