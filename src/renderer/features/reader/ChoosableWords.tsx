import { useMemo } from 'react';
import {
	type AnnotatedText,
	type ChoosableText,
	openWordsMenu,
	useWordChoosing,
	WordChooser,
} from '#renderer/features/annotations/index.ts';
import { message } from '#shared/messages/messages.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { useReader } from './reader-store.ts';
import { useHitSpans } from './use-query-hits.ts';

interface ChoosableWordsProps {
	text: AnnotatedText;
	draw(ordinal: number): void;
	/** The search that led here. */
	query: SearchQuery;
}

/** Lets words be chosen from the keyboard and marked: on a passage with hits or matches, beginning with these. */
export function ChoosableWords({ text, draw, query }: ChoosableWordsProps) {
	const hitsOf = useHitSpans(query);
	const choosable = useMemo<ChoosableText>(
		() => ({
			...text,
			draw,
			topOrdinal: () => useReader.getState().place.ordinal,
			foundOn(block) {
				const { currentFind } = useReader.getState();
				const hits = hitsOf?.(block) ?? [];
				return currentFind?.ordinal === block.ordinal ? [currentFind, ...hits] : hits;
			},
		}),
		[text, draw, hitsOf],
	);
	const taking = useMemo(() => ({ label: message('words.mark'), take: openWordsMenu }), []);
	useWordChoosing(choosable, taking);
	return <WordChooser text={choosable} />;
}
