import { useMemo } from 'react';
import type { ArrivedText, TextArrival } from '#renderer/lib/text-arrival.ts';
import { cutSections, type TextSection } from '#shared/domain/text-outline.ts';
import type { SectionSource } from './section-turns.ts';
import { groupBlocks } from './text-sections.ts';
import type { SectionedText } from './use-drawn-sections.ts';

/** A text in sections, from a block on. They stay the same while the words of the text come in. */
export function useSectionedText(arrival: TextArrival, arrived: ArrivedText, from: number): SectionedText {
	const sections = useMemo(() => cutSections(arrival.outline, from), [arrival, from]);
	const source = useMemo<SectionSource>(
		() => ({
			unitsOf({ firstOrdinal, lastOrdinal }) {
				const blocks = arrival.take([firstOrdinal, lastOrdinal]);
				return blocks && groupBlocks(blocks);
			},
			want: (wanted) => arrival.want(wanted.map(rangeOf)),
		}),
		[arrival],
	);
	return useMemo(() => ({ ...arrived, sections, source }), [arrived, sections, source]);
}

function rangeOf({ firstOrdinal, lastOrdinal }: TextSection): [number, number] {
	return [firstOrdinal, lastOrdinal];
}
