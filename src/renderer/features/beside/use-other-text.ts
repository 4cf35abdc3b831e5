import { focusedOrdinal } from '#renderer/features/annotations/index.ts';
import { announcePassage } from '#renderer/features/reader/index.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import type { BesideSide } from './chosen-words.ts';
import type { DrawnPair } from './drawn-text.ts';
import { otherSideOf, type ParallelView } from './parallel-view.ts';

interface OtherText {
	texts: DrawnPair | null;
	parallel: ParallelView | null;
	active: BesideSide;
	onActive(side: BesideSide): void;
}

/** Answers the command that goes over to the other text: to what stands beside the passage that the keyboard is at. */
export function useOtherText({ texts, parallel, active, onActive }: OtherText): void {
	useCommand('beside.other', () => {
		const next = otherSideOf(active);
		const at = texts && focusedOrdinal(texts[active]);
		const counterpart = at === null ? undefined : parallel?.groupOf(active, at)?.[next][0];
		onActive(next);
		// Behind its tab it takes no focus; it is there with the next frame.
		requestAnimationFrame(() => {
			if (counterpart !== undefined) texts?.[next].draw(counterpart);
			const passage = counterpart === undefined ? null : texts?.[next].dom.elementOf(counterpart);
			(passage ?? document.querySelector<HTMLElement>(`[data-side="${next}"]`))?.focus();
			if (passage && texts && counterpart !== undefined) announcePassage(texts[next], counterpart);
		});
	});
}
