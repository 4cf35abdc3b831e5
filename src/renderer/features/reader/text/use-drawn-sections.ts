import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { whenIdle } from '#renderer/lib/when-idle.ts';
import { sectionIndexOf, type TextSection } from './text-sections.ts';

/** Sections drawn at once around the place that is shown first, and then in each idle moment. */
const firstBatch = { before: 1, after: 3 };
const batch = 16;
const drawWithinMs = 500;

export interface DrawnSections {
	isDrawn(index: number): boolean;
	/** Grows with every section drawn. */
	count: number;
	/** Draws the section of a passage and its neighbours now, if they are not drawn. */
	draw(ordinal: number): void;
}

/** Draws a long text section by section: first what is seen, then the rest in idle moments, from the top. */
export function useDrawnSections(sections: readonly TextSection[], firstOrdinal: number): DrawnSections {
	const [drawn, setDrawn] = useState(() => withAround(new Set(), sections, firstOrdinal));

	useEffect(() => {
		if (drawn.size >= sections.length) return;
		return whenIdle(() => setDrawn((known) => withNext(known, sections.length)), drawWithinMs);
	}, [drawn, sections.length]);

	const latest = useRef(drawn);
	latest.current = drawn;
	const draw = useCallback(
		(ordinal: number) => {
			const isMissing = !latest.current.has(sectionIndexOf(sections, ordinal));
			if (isMissing) flushSync(() => setDrawn((known) => withAround(known, sections, ordinal)));
		},
		[sections],
	);
	return { isDrawn: (index) => drawn.has(index), count: drawn.size, draw };
}

type Indexes = ReadonlySet<number>;

function withAround(known: Indexes, sections: readonly TextSection[], ordinal: number): Indexes {
	const at = sectionIndexOf(sections, ordinal);
	const around = sections.flatMap((_, index) =>
		index >= at - firstBatch.before && index <= at + firstBatch.after ? index : [],
	);
	return new Set([...known, ...around]);
}

function withNext(known: Indexes, length: number): Indexes {
	const next = new Set(known);
	for (let index = 0; index < length && next.size < known.size + batch; index += 1) next.add(index);
	return next;
}
