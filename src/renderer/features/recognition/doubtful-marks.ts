import { doubtfulBelow, type RecognisedLayout } from '#shared/domain/recognised-layout.ts';

/** A word, or words beside each other, that the engine was not sure of. Offsets are UTF-16 units of the block's text. */
export interface DoubtfulMark {
	kind: 'doubtful';
	start: number;
	end: number;
	/** Of the least sure one, 0 to 100. */
	confidence: number;
}

export type DoubtfulMarks = ReadonlyMap<number, readonly DoubtfulMark[]>;

/** Neighbours become one mark, so that a doubtful line is not announced word by word. */
export function doubtfulMarks({ blocks }: Pick<RecognisedLayout, 'blocks'>): DoubtfulMarks {
	const byOrdinal = new Map<number, DoubtfulMark[]>();
	for (const { ordinal, words } of blocks) {
		const marks: DoubtfulMark[] = [];
		for (const { start, end, confidence } of words) {
			if (confidence >= doubtfulBelow) continue;
			const last = marks.at(-1);
			if (last && start - last.end <= 1) {
				last.end = end;
				last.confidence = Math.min(last.confidence, confidence);
			} else marks.push({ kind: 'doubtful', start, end, confidence });
		}
		if (marks.length > 0) byOrdinal.set(ordinal, marks);
	}
	return byOrdinal;
}
