import { flushSync } from 'react-dom';
import { sectionIndexOf, type TextSection } from '#shared/domain/text-outline.ts';
import type { TextUnit } from './text-sections.ts';

/** What is drawn in one go, by the weight of sections: behind a place that is asked for, or in an idle moment. */
const batchWeight = 12_000;

/** Where the words of sections come from. */
export interface SectionSource {
	/** Null while they are not all here. */
	unitsOf(section: TextSection): TextUnit[] | null;
	/** Lets the words of these come before all others. */
	want(sections: readonly TextSection[]): void;
}

/** Which sections of a text are drawn so far. What is drawn is in the document when a call returns. */
export interface SectionTurns {
	isDrawn(index: number): boolean;
	/** What to draw of a section whose turn has come. */
	unitsOf(index: number): TextUnit[];
	isOver(): boolean;
	/** Tells when a section is drawn; gives what ends that. */
	watch(index: number, tell: () => void): () => void;
	/** The section of a passage and its neighbours, as far as their words are here; false where nothing new was drawn. */
	drawAround(ordinal: number): boolean;
	/** Those that were asked for and whose words have come since; false where there is none. */
	drawWaiting(): boolean;
	/** Some more, from the top. */
	drawNext(): void;
}

export function createSectionTurns(
	sections: readonly TextSection[],
	source: SectionSource,
	firstOrdinal: number,
): SectionTurns {
	const drawn = new Map<number, TextUnit[]>();
	const waiting = new Set<number>();
	const watchers = new Map<number, () => void>();
	let next = 0;

	function draw(indexes: readonly number[]): boolean {
		const missing = indexes.filter((index) => index in sections && !drawn.has(index));
		const ready = missing.filter(takeUnits);
		const watching = ready.flatMap((index) => watchers.get(index) ?? []);
		// Nobody watches while the page is drawn for the first time, when nothing may be drawn within.
		if (watching.length > 0)
			flushSync(() => {
				for (const tell of watching) tell();
			});
		return ready.length > 0;
	}
	/** False where they are not here; they are waited for then. */
	function takeUnits(index: number): boolean {
		const section = sections[index];
		const units = section && source.unitsOf(section);
		if (units) drawn.set(index, units);
		else waiting.add(index);
		return units !== null && units !== undefined;
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
		if (drawn.has(at) || waiting.has(at)) return false;
		const isNew = draw([at - 1, at, ...batchFrom(at + 1)]);
		if (waiting.has(at)) source.want([...waiting].flatMap((index) => sections[index] ?? []));
		return isNew;
	}
	drawAround(firstOrdinal);

	return {
		isDrawn: (index) => drawn.has(index),
		unitsOf: (index) => drawn.get(index) ?? [],
		isOver: () => drawn.size >= sections.length,
		watch(index, tell) {
			watchers.set(index, tell);
			return () => void watchers.delete(index);
		},
		drawAround,
		drawWaiting() {
			const indexes = [...waiting];
			waiting.clear();
			return draw(indexes);
		},
		drawNext() {
			const indexes = batchFrom(next);
			next = (indexes.at(-1) ?? sections.length) + 1;
			draw(indexes);
		},
	};
}
