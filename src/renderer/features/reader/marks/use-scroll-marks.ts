import { useEffect, useMemo, useState } from 'react';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import { useEditionAnnotations } from '#renderer/lib/record-annotations.ts';
import { whenIdle } from '#renderer/lib/when-idle.ts';
import { rangeIn } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import type { Match } from '../find/find-words.ts';
import type { Span } from '../text/use-text-highlight.ts';
import { useHitSpans } from '../use-query-hits.ts';
import type { ScrollMark } from './ScrollMarks.tsx';

const none: ScrollMark[] = [];

/** What stands along the scrollbar: what is being found; else the hits of the search that led here; else the notes. */
export function useScrollMarks(
	{ recordId, editionId, blocks, isWhole }: AnnotatedText,
	finds: readonly Match[],
	query: SearchQuery,
): readonly ScrollMark[] {
	const { annotations } = useEditionAnnotations(recordId, editionId);
	const spansOf = useHitSpans(query);
	const hits = useAllHits(blocks, isWhole ? spansOf : null);
	const found = useMemo(
		() => finds.map(({ ordinal, start }): ScrollMark => ({ ordinal, offset: start, kind: 'match' })),
		[finds],
	);
	const noted = useMemo(
		() =>
			annotations.flatMap((annotation): ScrollMark[] => {
				const range = rangeIn(annotation, editionId);
				if (!range) return [];
				return [{ ordinal: range.startOrdinal, offset: range.startOffset, kind: annotation.purpose }];
			}),
		[annotations, editionId],
	);
	if (found.length > 0) return found;
	return hits.length > 0 ? hits : noted;
}

/** The hits in the whole text, looked for while nothing else is to be done: only those in drawn passages are painted. */
function useAllHits(
	blocks: readonly StoredBlock[],
	spansOf: ((block: StoredBlock) => readonly Span[]) | null,
): readonly ScrollMark[] {
	const [hits, setHits] = useState(none);
	useEffect(() => {
		setHits(none);
		if (!spansOf) return;
		const found: ScrollMark[] = [];
		let at = 0;
		const look = (leftMs: () => number) => {
			for (; at < blocks.length && leftMs() > 1; at += 1) {
				const block = blocks[at] as StoredBlock;
				for (const { start } of spansOf(block)) found.push({ ordinal: block.ordinal, offset: start, kind: 'match' });
			}
			if (at < blocks.length) callOff = whenIdle(look);
			else setHits(found);
		};
		let callOff = whenIdle(look);
		return () => callOff();
	}, [blocks, spansOf]);
	return hits;
}
