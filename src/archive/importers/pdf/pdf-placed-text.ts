import type { PageBox } from '#shared/domain/page-box.ts';
import type { Advance } from '#shared/domain/page-layout.ts';

/** A place on a page of the file. */
export interface Spot {
	/** From 1. */
	page: number;
	box: PageBox;
	advance: Advance;
}

/** A stretch of a text, in UTF-16 units, and where it stands. */
export interface Run {
	start: number;
	end: number;
	spot: Spot;
}

/** Text that knows where its parts stand. Parts that stand nowhere, as spaces between words, have no run. */
export interface PlacedText {
	text: string;
	runs: readonly Run[];
}

/** Grows a text by others, each with where it stands: in time that goes with what is added, not with what is there. */
export class PlacedTextWriter {
	#text: string;
	readonly #runs: Run[];

	constructor({ text, runs }: PlacedText = { text: '', runs: [] }) {
		this.#text = text;
		this.#runs = [...runs];
	}

	get text(): string {
		return this.#text;
	}

	append(between: string, { text, runs }: PlacedText): void {
		const offset = this.#text.length + between.length;
		for (const { start, end, spot } of runs) this.#runs.push({ start: start + offset, end: end + offset, spot });
		this.#text += between + text;
	}

	/** Takes away the last unit of the text. */
	dropLast(): void {
		this.#text = this.#text.slice(0, -1);
		const last = this.#runs.at(-1);
		if (last && last.end > this.#text.length) this.#runs[this.#runs.length - 1] = { ...last, end: this.#text.length };
	}

	finish(): PlacedText {
		return { text: this.#text, runs: this.#runs };
	}
}

/** A part of a text, from one offset up to another. */
export function partOf({ text, runs }: PlacedText, from: number, to: number): PlacedText {
	return {
		text: text.slice(from, to),
		runs: runs.flatMap(({ start, end, spot }) => {
			const run = { start: Math.max(start, from) - from, end: Math.min(end, to) - from, spot };
			return run.start < run.end ? [run] : [];
		}),
	};
}

export function trimmed(placed: PlacedText): PlacedText {
	const { text } = placed;
	const from = text.length - text.trimStart().length;
	return partOf(placed, from, Math.max(from, text.trimEnd().length));
}
