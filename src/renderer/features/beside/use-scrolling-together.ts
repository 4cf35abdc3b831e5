import { useCallback, useEffect, useRef } from 'react';
import { placeAtTop, readingLinePx } from '#renderer/features/reader/index.ts';
import type { ParallelGroup } from '#shared/text/parallel/parallel-text.ts';
import { type BesideSide, besideSides } from './chosen-words.ts';
import type { DrawnPair, DrawnText } from './drawn-text.ts';
import { isPaired, otherSideOf, type ParallelView } from './parallel-view.ts';
import { stretchOf } from './stretch-on-page.ts';

/** What people move a text by. The keys of commands do not come here, but they take the focus along. */
const moves = ['wheel', 'pointerdown', 'touchstart', 'keydown', 'focusin'] as const;

/**
 * Keeps the two texts at the same place: what stands at the reading line of the one that a person moves, and as far into
 * it, stands there in the other. Gives the function that says which one leads where something else than a hand moves it.
 */
export function useScrollingTogether(
	texts: DrawnPair | null,
	parallel: ParallelView | null,
	isTogether: boolean,
): (side: BesideSide) => void {
	const leader = useRef<BesideSide>('first');
	const latest = useRef({ texts, parallel });
	latest.current = { texts, parallel };
	const [firstRoot, secondRoot] = [texts?.first.root, texts?.second.root];

	useEffect(() => {
		if (!firstRoot || !secondRoot || !parallel || !isTogether) return;
		const roots = { first: firstRoot, second: secondRoot };
		let frame = 0;
		/** Where the leader stood when it was seen last: behind a tab nothing can be measured. */
		let aim: Aim | null = null;
		const follow = () => {
			const { texts: now, parallel: view } = latest.current;
			if (!now || !view) return;
			const [leading, following] = [leader.current, otherSideOf(leader.current)];
			if (isSeen(now[leading])) aim = aimOf(view, now[leading], leading);
			if (aim && isSeen(now[following])) goTo(now[following], following, aim);
		};
		const soon = () => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(follow);
		};
		const stops = besideSides.map((side) => {
			const lead = () => {
				leader.current = side;
			};
			const scroll = () => {
				if (leader.current === side) soon();
			};
			for (const move of moves) roots[side].addEventListener(move, lead, { passive: true });
			roots[side].addEventListener('scroll', scroll, { passive: true });
			return () => {
				for (const move of moves) roots[side].removeEventListener(move, lead);
				roots[side].removeEventListener('scroll', scroll);
			};
		});
		// Lines break elsewhere in a text of another width, and one behind a tab comes to have a height.
		const resized = new ResizeObserver(soon);
		for (const side of besideSides) resized.observe(roots[side]);
		return () => {
			cancelAnimationFrame(frame);
			resized.disconnect();
			for (const stop of stops) stop();
		};
	}, [firstRoot, secondRoot, parallel, isTogether]);

	return useCallback((side) => {
		leader.current = side;
	}, []);
}

/** A group that the other text is to stand at, and how far into it, from 0 to 1. */
interface Aim {
	group: ParallelGroup;
	share: number;
}

function isSeen({ root }: DrawnText): boolean {
	return root.clientHeight > 0;
}

/** What stands at the reading line of a text, for the other to go to. */
function aimOf(view: ParallelView, text: DrawnText, side: BesideSide): Aim | null {
	const place = placeAtTop(text.root, text.dom, 'passage');
	const group = place && view.groupOf(side, place.ordinal);
	if (!place || !group) return null;
	if (isPaired(group)) {
		const own = stretchOf(text, group, side);
		if (!own) return null;
		return { group, share: Math.min(1, Math.max(0, (lineOf(text) - own.top) / (own.bottom - own.top || 1))) };
	}
	// Beside nothing the other text waits at the seam: before what comes next, else behind what came last.
	const next = view.nearestPaired(side, place.ordinal, 1);
	if (next) return { group: next, share: 0 };
	const last = view.nearestPaired(side, place.ordinal, -1);
	return last && { group: last, share: 1 };
}

function goTo(text: DrawnText, side: BesideSide, { group, share }: Aim): void {
	for (const ordinal of group[side]) text.draw(ordinal);
	const stretch = stretchOf(text, group, side);
	if (stretch) text.root.scrollTop += stretch.top + share * (stretch.bottom - stretch.top) - lineOf(text);
}

function lineOf({ root }: DrawnText): number {
	return root.getBoundingClientRect().top + readingLinePx;
}
