import { useEffect, useLayoutEffect, useRef } from 'react';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import { bringIntoSight, isSeen } from './sentence-in-sight.ts';
import type { SpokenSentence } from './spoken-text.ts';

const name = 'aloud-sentence';

/**
 * Marks the sentence that is being read, and keeps it in sight for as long as the reader looks on: whoever scrolls away
 * from it is left where they are, until it comes into sight again.
 */
export function useFollowing(
	text: AnnotatedText,
	draw: (ordinal: number) => void,
	sentence: SpokenSentence | null,
): void {
	const { root, dom, drawnCount } = text;
	const last = useRef<SpokenSentence | null>(null);

	useLayoutEffect(() => {
		const before = last.current;
		last.current = sentence;
		if (sentence && (!before || isSeen({ root, dom }, before))) bringIntoSight({ root, dom, draw }, sentence);
	}, [root, dom, draw, sentence]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: drawnCount says that passages were drawn, maybe this one
	useEffect(() => {
		const range = sentence && dom.rangeOf(sentence);
		if (!range) return;
		const highlight = new Highlight(range);
		highlight.priority = 7;
		CSS.highlights.set(name, highlight);
		return () => {
			CSS.highlights.delete(name);
		};
	}, [dom, sentence, drawnCount]);
}
