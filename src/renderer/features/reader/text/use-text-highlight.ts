import { useEffect, useRef } from 'react';
import { type NearPassages, watchNearPassages } from '#renderer/lib/near-passages.ts';
import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import type { StoredBlock } from '#shared/domain/block.ts';

/** A stretch of one block's text, in UTF-16 units. */
export interface Span {
	start: number;
	end: number;
}

interface HighlightedText {
	/** Contains all passages, and scrolls. */
	root: HTMLElement;
	dom: PassageDom;
	blocks: readonly StoredBlock[];
	drawnCount: number;
}

/**
 * Paints spans of the text with a custom highlight. `spansOf` is asked for each passage that comes near the screen; pass
 * another function to paint anew, or null to paint nothing.
 */
export function useTextHighlight(
	{ root, dom, blocks, drawnCount }: HighlightedText,
	name: string,
	priority: number,
	spansOf: ((block: StoredBlock) => readonly Span[]) | null,
): void {
	const watch = useRef<NearPassages>(null);

	useEffect(() => {
		if (!spansOf) return;
		const highlight = new Highlight();
		highlight.priority = priority;
		CSS.highlights.set(name, highlight);
		const painted = new Map<number, Range[]>();
		const paint = (ordinal: number) => {
			const block = blocks[ordinal];
			if (!block || painted.has(ordinal)) return;
			const ranges = spansOf(block).flatMap((span) => dom.rangeOf({ ordinal, ...span }) ?? []);
			for (const range of ranges) highlight.add(range);
			painted.set(ordinal, ranges);
		};
		const erase = (ordinal: number) => {
			for (const range of painted.get(ordinal) ?? []) highlight.delete(range);
			painted.delete(ordinal);
		};
		watch.current = watchNearPassages(root, (near) => {
			for (const ordinal of [...painted.keys()]) if (!near.has(ordinal)) erase(ordinal);
			for (const ordinal of near) paint(ordinal);
		});
		return () => {
			watch.current?.stop();
			watch.current = null;
			CSS.highlights.delete(name);
		};
	}, [root, dom, blocks, name, priority, spansOf]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: drawnCount says that more passages can be painted now
	useEffect(() => watch.current?.refresh(), [drawnCount]);
}
