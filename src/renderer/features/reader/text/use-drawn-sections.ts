import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { nearMargin } from '#renderer/lib/near-passages.ts';
import { firstOrdinalOf, sectionsIn } from '#renderer/lib/passage-dom.ts';
import type { ArrivedText } from '#renderer/lib/text-arrival.ts';
import { whenIdle } from '#renderer/lib/when-idle.ts';
import type { TextSection } from '#shared/domain/text-outline.ts';
import { layOutAhead } from './lay-out-ahead.ts';
import { createSectionTurns, type SectionSource, type SectionTurns } from './section-turns.ts';

/** What a batch may take: where less is left of an idle moment, the next one is waited for. */
const batchMs = 8;
const drawWithinMs = 500;

export interface DrawnSections {
	turns: SectionTurns;
	/** Grows when sections were drawn that are near the screen, and with the last of all. */
	count: number;
	/** Draws the section of a passage and its neighbours, if they are not drawn: now, or as soon as their words are here. */
	draw(ordinal: number): void;
}

/** A text in sections, as far as it is here. */
export interface SectionedText extends ArrivedText {
	sections: readonly TextSection[];
	source: SectionSource;
}

/**
 * Draws a long text section by section: first what is seen or comes near, the rest in idle moments, from the top, once all
 * of it is here. Each section follows its own turn (`useIsDrawn`): to go through all with each would cost more than to
 * draw it.
 */
export function useDrawnSections(
	root: HTMLElement | null,
	{ sections, source, blocks, isWhole }: SectionedText,
	firstOrdinal: number,
): DrawnSections {
	const [count, setCount] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: only where it begins; one may have gone elsewhere since
	const turns = useMemo(() => createSectionTurns(sections, source, firstOrdinal), [sections, source]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: other blocks say that more of them are here
	useEffect(() => {
		if (turns.drawWaiting()) setCount((before) => before + 1);
	}, [turns, blocks]);

	useEffect(() => {
		if (!isWhole) return;
		let callOff: (() => void) | undefined;
		const goOn = () => {
			if (turns.isOver()) return;
			callOff = whenIdle((leftMs) => {
				do turns.drawNext();
				while (!turns.isOver() && leftMs() > batchMs);
				if (turns.isOver()) setCount((before) => before + 1);
				goOn();
			}, drawWithinMs);
		};
		goOn();
		return () => callOff?.();
	}, [turns, isWhole]);

	const draw = useCallback(
		(ordinal: number) => {
			if (turns.drawAround(ordinal)) setCount((before) => before + 1);
		},
		[turns],
	);

	const isOver = turns.isOver();
	// Once all is drawn nobody has to ask any more: the browser goes through all that are asked for with every frame.
	useEffect(() => {
		if (!root || isOver) return;
		const observer = new IntersectionObserver(
			(entries) => {
				for (const { target, isIntersecting } of entries) {
					if (!isIntersecting) continue;
					observer.unobserve(target);
					draw(firstOrdinalOf(target));
				}
			},
			{ root, rootMargin: nearMargin },
		);
		for (const section of sectionsIn(root)) observer.observe(section);
		return () => observer.disconnect();
	}, [root, isOver, draw]);

	useEffect(() => {
		if (!root || !isOver) return;
		return layOutAhead(root);
	}, [root, isOver]);

	return { turns, count, draw };
}

/** Whether the turn of a section has come. */
export function useIsDrawn({ isDrawn, watch }: SectionTurns, index: number): boolean {
	const subscribe = useCallback((tell: () => void) => watch(index, tell), [watch, index]);
	return useSyncExternalStore(subscribe, () => isDrawn(index));
}
