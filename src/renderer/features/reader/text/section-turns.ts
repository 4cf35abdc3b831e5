import { flushSync } from 'react-dom';
import { sectionIndexOf, type TextSection } from './text-sections.ts';

/** What is drawn in one go, by the weight of sections: behind a place that is asked for, or in an idle moment. */
const batchWeight = 12_000;

/** Which sections of a text are drawn so far. What is drawn is in the document when a call returns. */
export interface SectionTurns {
	isDrawn(index: number): boolean;
	isOver(): boolean;
	/** Tells when a section is drawn; gives what ends that. */
	watch(index: number, tell: () => void): () => void;
	/** The section of a passage and its neighbours; false where they were drawn before. */
	drawAround(ordinal: number): boolean;
	/** Some more, from the top. */
	drawNext(): void;
}

export function createSectionTurns(sections: readonly TextSection[], firstOrdinal: number): SectionTurns {
	const drawn = new Set<number>();
	const watchers = new Map<number, () => void>();
	let next = 0;

	function draw(indexes: readonly number[]): boolean {
		const missing = indexes.filter((index) => index in sections && !drawn.has(index));
		for (const index of missing) drawn.add(index);
		const watching = missing.flatMap((index) => watchers.get(index) ?? []);
		// Nobody watches while the page is drawn for the first time, when nothing may be drawn within.
		if (watching.length > 0)
			flushSync(() => {
				for (const tell of watching) tell();
			});
		return missing.length > 0;
	}
	/** Sections that are not drawn yet, from one on: at least one of them, where there is any. */
	function batchFrom(index: number): number[] {
		const found: number[] = [];
		let weight = 0;
		for (let at = index; at < sections.length && weight < batchWeight; at += 1) {
			if (drawn.has(at)) continue;
			found.push(at);
			weight += sections[at]?.weight ?? 0;
		}
		return found;
	}
	function drawAround(ordinal: number): boolean {
		const at = sectionIndexOf(sections, ordinal);
		return !drawn.has(at) && draw([at - 1, at, ...batchFrom(at + 1)]);
	}
	drawAround(firstOrdinal);

	return {
		isDrawn: (index) => drawn.has(index),
		isOver: () => drawn.size >= sections.length,
		watch(index, tell) {
			watchers.set(index, tell);
			return () => void watchers.delete(index);
		},
		drawAround,
		drawNext() {
			const indexes = batchFrom(next);
			next = (indexes.at(-1) ?? sections.length) + 1;
			draw(indexes);
		},
	};
}
