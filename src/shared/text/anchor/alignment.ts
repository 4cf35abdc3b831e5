import { alignPair } from './align-pair.ts';
import { type ComparableText, cutText } from './comparable-text.ts';
import { heaviestChain } from './heaviest-chain.ts';
import { type Run, sharedRuns } from './shared-runs.ts';
import type { Span } from './text-stream.ts';

/** Which unit of the one text stands for a unit of the other; -1 where none does. */
export interface Correspondence {
	newAt(old: number): number;
	oldAt(other: number): number;
}

interface Gap {
	old: Span;
	new: Span;
	isAligned: boolean;
}

/** Length of the n-grams that are looked for, first in the whole texts, then in what lies between those found. */
const gramSizes = [12, 8, 6];
/** Cells of a matrix that is filled without looking for shorter n-grams first, and at the very most (one byte a cell). */
const smallMatrix = 250_000;
const largestMatrix = 16_000_000;

/**
 * Two editions of a text, aligned as wholes: unique 12-grams that both have, of these the heaviest chain in one order,
 * then shorter n-grams and at last single letters between them. Looking for each quotation by itself would find the
 * look-alikes too. Letters are aligned when they are asked for.
 */
export class Alignment implements Correspondence {
	/** Stretches that are the same in both texts, also those that stand in another order. By old position. */
	readonly runs: readonly Run[];
	readonly old: ComparableText;
	readonly new: ComparableText;
	readonly #toNew: Int32Array;
	readonly #toOld: Int32Array;
	readonly #gaps: Gap[] = [];

	constructor(old: ComparableText, other: ComparableText) {
		this.old = old;
		this.new = other;
		this.#toNew = new Int32Array(old.text.length).fill(-1);
		this.#toOld = new Int32Array(other.text.length).fill(-1);
		const whole = { old: { start: 0, end: old.text.length }, new: { start: 0, end: other.text.length } };
		this.runs = sharedRuns(old.text, other.text, { ...whole, size: gramSizes[0] ?? 12 });
		this.#fill(whole.old, whole.new, heaviestChain(this.runs), (gapOld, gapNew) => {
			this.#gaps.push({ old: gapOld, new: gapNew, isAligned: false });
		});
	}

	newAt(old: number): number {
		return this.#toNew[old] ?? -1;
	}

	oldAt(other: number): number {
		return this.#toOld[other] ?? -1;
	}

	/** Aligns the letters of everything in `span` of the old text: needed before `newAt`. */
	reachOld(span: Span): void {
		this.#reach('old', span);
	}

	/** Aligns the letters of everything in `span` of the new text: needed before `oldAt`. */
	reachNew(span: Span): void {
		this.#reach('new', span);
	}

	/** Where the new text goes on behind the last unit that stands for something before `old`. */
	newBefore(old: number): number {
		for (let at = Math.min(old, this.#toNew.length) - 1; at >= 0; at -= 1) {
			const found = this.newAt(at);
			if (found >= 0) return found + 1;
		}
		return 0;
	}

	/** Where the new text has the first unit that stands for something from `old` on. */
	newFrom(old: number): number {
		for (let at = old; at < this.#toNew.length; at += 1) {
			const found = this.newAt(at);
			if (found >= 0) return found;
		}
		return this.new.text.length;
	}

	#reach(side: 'old' | 'new', span: Span): void {
		for (let at = this.#firstGap(side, span.start); at < this.#gaps.length; at += 1) {
			const gap = this.#gaps[at] as Gap;
			if (gap[side].start >= span.end) break;
			if (gap.isAligned) continue;
			gap.isAligned = true;
			this.#alignGap(gap.old, gap.new, 1);
		}
	}

	/** Gaps stand in order on both sides; the first that does not end before `position`. */
	#firstGap(side: 'old' | 'new', position: number): number {
		let low = 0;
		let high = this.#gaps.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#gaps[middle] as Gap)[side].end <= position) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** What stays unaligned, because too much is there without anything in common, has no place in the other text. */
	#alignGap(old: Span, other: Span, level: number): void {
		const cells = (old.end - old.start + 1) * (other.end - other.start + 1);
		const size = gramSizes[level];
		const runs = cells > smallMatrix && size ? sharedRuns(this.old.text, this.new.text, { old, new: other, size }) : [];
		const chain = heaviestChain(runs);
		if (chain.length > 0) this.#fill(old, other, chain, (a, b) => this.#alignGap(a, b, level + 1));
		else if (size && cells > smallMatrix) this.#alignGap(old, other, level + 1);
		else if (cells <= largestMatrix) {
			alignPair(cutText(this.old, old), cutText(this.new, other), (oldAt, newAt) =>
				this.#pair(old.start + oldAt, other.start + newAt),
			);
		}
	}

	/** Pairs the runs, grown as far as the texts agree, and hands over what lies between them. */
	#fill(old: Span, other: Span, chain: readonly Run[], onGap: (old: Span, other: Span) => void): void {
		let oldEnd = old.start;
		let newEnd = other.start;
		chain.forEach((run, index) => {
			const next = chain[index + 1];
			const limit = { old: next?.old ?? old.end, new: next?.new ?? other.end };
			const grown = this.#grow(run, { old: oldEnd, new: newEnd }, limit);
			for (let unit = 0; unit < grown.length; unit += 1) this.#pair(grown.old + unit, grown.new + unit);
			if (grown.old > oldEnd || grown.new > newEnd) {
				onGap({ start: oldEnd, end: grown.old }, { start: newEnd, end: grown.new });
			}
			oldEnd = grown.old + grown.length;
			newEnd = grown.new + grown.length;
		});
		if (oldEnd < old.end || newEnd < other.end) {
			onGap({ start: oldEnd, end: old.end }, { start: newEnd, end: other.end });
		}
	}

	/**
	 * Grows no further than its passages: where one between two look-alikes is gone, the beginning that they share must not
	 * fall to the one before.
	 */
	#grow(run: Run, from: { old: number; new: number }, to: { old: number; new: number }): Run {
		let { old, new: other, length } = run;
		while (old > from.old && other > from.new && !this.#beginsPassage(old, other) && this.#agree(old - 1, other - 1)) {
			old -= 1;
			other -= 1;
			length += 1;
		}
		while (old + length < to.old && other + length < to.new && this.#agree(old + length, other + length)) {
			if (this.#beginsPassage(old + length, other + length)) break;
			length += 1;
		}
		return { old, new: other, length };
	}

	#beginsPassage(old: number, other: number): boolean {
		return this.old.begins[old] === 1 || this.new.begins[other] === 1;
	}

	#agree(old: number, other: number): boolean {
		return this.old.text.charCodeAt(old) === this.new.text.charCodeAt(other);
	}

	#pair(old: number, other: number): void {
		this.#toNew[old] = other;
		this.#toOld[other] = old;
	}
}
