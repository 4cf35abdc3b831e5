import type { ParallelGroup } from '#shared/text/parallel/parallel-text.ts';
import type { BesideSide } from './chosen-words.ts';
import type { DrawnText } from './drawn-text.ts';

/** From the top of the window, in CSS pixels. */
export interface Stretch {
	top: number;
	bottom: number;
}

/** Where a group's passages of one side stand; null for none, and while they are not drawn. */
export function stretchOf(text: DrawnText, group: ParallelGroup, side: BesideSide): Stretch | null {
	let stretch: Stretch | null = null;
	for (const ordinal of group[side]) {
		const box = text.dom.elementOf(ordinal)?.getBoundingClientRect();
		if (!box) continue;
		stretch = stretch
			? { top: Math.min(stretch.top, box.top), bottom: Math.max(stretch.bottom, box.bottom) }
			: { top: box.top, bottom: box.bottom };
	}
	return stretch;
}
