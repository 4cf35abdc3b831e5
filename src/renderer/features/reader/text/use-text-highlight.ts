import { useEffect, useRef } from 'react';
import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import type { StoredBlock } from '#shared/domain/block.ts';

/** A stretch of one block's text, in UTF-16 units. */
export interface Span {
	start: number;
	end: number;
}

interface HighlightedText {
	dom: PassageDom;
	blocks: readonly StoredBlock[];
	drawnCount: number;
}

/**
 * Paints spans of the text with a custom highlight. `spansOf` is asked once for each passage, when it is drawn; pass
 * another function to paint anew, or null to paint nothing.
 */
export function useTextHighlight(
	{ dom, blocks, drawnCount }: HighlightedText,
	name: string,
	priority: number,
	spansOf: ((block: StoredBlock) => readonly Span[]) | null,
): void {
	const painted = useRef<{ highlight: Highlight; done: Set<number> } | null>(null);

	// biome-ignore lint/correctness/useExhaustiveDependencies: other spans, other passages: all is painted anew
	useEffect(() => {
		const highlight = new Highlight();
		highlight.priority = priority;
		CSS.highlights.set(name, highlight);
		painted.current = { highlight, done: new Set() };
		return () => {
			CSS.highlights.delete(name);
			painted.current = null;
		};
	}, [dom, blocks, name, priority, spansOf]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: drawnCount says that more passages can be painted now
	useEffect(() => {
		if (!painted.current || !spansOf) return;
		const { highlight, done } = painted.current;
		for (const ordinal of dom.ordinals()) {
			const block = blocks[ordinal];
			if (!block || done.has(ordinal)) continue;
			done.add(ordinal);
			for (const span of spansOf(block)) {
				const range = dom.rangeOf({ ordinal, ...span });
				if (range) highlight.add(range);
			}
		}
	}, [dom, blocks, drawnCount, spansOf]);
}
