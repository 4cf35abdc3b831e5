import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { doubtfulBelow, type EditionLayout } from '#shared/domain/page-layout.ts';

/** A word, or words beside each other, that the engine was not sure of. Offsets are UTF-16 units of the block's text. */
export interface DoubtfulMark {
	kind: 'doubtful';
	start: number;
	end: number;
	/** Of the least sure one, 0 to 100. */
	confidence: number;
}

export type DoubtfulMarks = ReadonlyMap<number, readonly DoubtfulMark[]>;

const none: DoubtfulMarks = new Map();

/** The doubtful words of a recognised text, by the ordinal of their passage; none for other texts, or when switched off. */
export function useDoubtfulMarks(edition: Edition, isOn: boolean): DoubtfulMarks {
	const isAsked = isOn && edition.kind === 'ocr';
	const { data: layout } = useQuery({ ...queries.editions.layout({ id: edition.id }), enabled: isAsked });
	return useMemo(() => (isAsked && layout ? doubtfulMarks(layout) : none), [isAsked, layout]);
}

/** Neighbours become one mark, so that a doubtful line is not announced word by word. */
export function doubtfulMarks({ blocks }: Pick<EditionLayout, 'blocks'>): DoubtfulMarks {
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
