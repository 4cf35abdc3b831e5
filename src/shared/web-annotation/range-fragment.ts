import type { TextRange } from '../domain/annotation.ts';
import type { EditionId } from '../domain/ids.ts';

const form = /^v=([0-9a-f-]{36})&from=(\d{1,9}):(\d{1,9})&to=(\d{1,9}):(\d{1,9})$/;

/** A range as the value of a FragmentSelector: edition, then block and UTF-16 offset of both ends. */
export function formatRange({ editionId, startOrdinal, startOffset, endOrdinal, endOffset }: TextRange): string {
	return `v=${editionId}&from=${startOrdinal}:${startOffset}&to=${endOrdinal}:${endOffset}`;
}

export function parseRange(value: string): TextRange | null {
	const [, editionId, ...numbers] = form.exec(value) ?? [];
	if (!editionId) return null;
	const [startOrdinal = 0, startOffset = 0, endOrdinal = 0, endOffset = 0] = numbers.map(Number);
	return { editionId: editionId as EditionId, startOrdinal, startOffset, endOrdinal, endOffset };
}
