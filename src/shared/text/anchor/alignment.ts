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

/** Length of the n-grams that are looked for, first in the whole texts, then in what lies between those found. */
const gramSizes = [12, 8, 6];
/** Cells of a matrix that is filled without looking for shorter n-grams first, and at the very most (one byte a cell). */
const smallMatrix = 250_000;
const largestMatrix = 16_000_000;
/** Those of one that is filled whatever it cost before: a sentence beside a sentence. */
const leastMatrix = 10_000;
/** In all, some ten seconds: two texts of ten megabytes with next to nothing in common would take minutes, and find chance. */
const mostCells = 300_000_000;

/** What laying letters beside letters may still cost, in cells of matrices; several alignments may share it. */
export interface AlignmentBudget {
	cells: number;
}

/**
 * Two editions of a text, aligned as wholes: unique 12-grams that both have, of these the heaviest chain in one order,
 * then shorter n-grams and at last single letters between them. Looking for each quotation by itself would find the
 * look-alikes too.
 */
export class Alignment implements Correspondence {
	/** Stretches that are the same in both texts, also those that stand in another order. By old position. */
	readonly runs: readonly Run[];
	readonly old: ComparableText;
	readonly new: ComparableText;
	readonly #toNew: Int32Array;
	readonly #toOld: Int32Array;
	readonly #budget: AlignmentBudget;

	/** @param budget when it is spent, only short stretches are laid beside each other between the grams in common */
	constructor(old: ComparableText, other: ComparableText, budget: AlignmentBudget = { cells: mostCells }) {
		this.#budget = budget;
		this.old = old;
		this.new = other;
		this.#toNew = new Int32Array(old.text.length).fill(-1);
		this.#toOld = new Int32Array(other.text.length).fill(-1);
		const whole = { old: { start: 0, end: old.text.length }, new: { start: 0, end: other.text.length } };
		this.runs = sharedRuns(old, other, { ...whole, size: gramSizes[0] ?? 12 });
		const chain = heaviestChain(this.runs.flatMap((run) => this.#withinPassages(run)));
		this.#fill(whole.old, whole.new, chain, (gapOld, gapNew) => this.#alignGap(gapOld, gapNew, 1));
	}

	newAt(old: number): number {
		return this.#toNew[old] ?? -1;
	}

	oldAt(other: number): number {
		return this.#toOld[other] ?? -1;
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

	/** Lays two stretches beside each other letter by letter, whatever stood for them before. */
	pairAnew(old: Span, other: Span): void {
		for (let at = old.start; at < old.end; at += 1) this.#unpair(at, this.newAt(at));
		for (let at = other.start; at < other.end; at += 1) this.#unpair(this.oldAt(at), at);
		alignPair(cutText(this.old, old), cutText(this.new, other), (oldAt, newAt) =>
			this.#pair(old.start + oldAt, other.start + newAt),
		);
	}

	/** What stays unaligned, because too much is there without anything in common, has no place in the other text. */
	#alignGap(old: Span, other: Span, level: number): void {
		const cells = (old.end - old.start + 1) * (other.end - other.start + 1);
		const size = gramSizes[level];
		const runs = cells > smallMatrix && size ? sharedRuns(this.old, this.new, { old, new: other, size }) : [];
		const chain = heaviestChain(runs);
		if (chain.length > 0) this.#fill(old, other, chain, (a, b) => this.#alignGap(a, b, level + 1));
		else if (size && cells > smallMatrix) this.#alignGap(old, other, level + 1);
		else if (cells <= Math.max(leastMatrix, Math.min(largestMatrix, this.#budget.cells))) {
			this.#budget.cells -= cells;
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

	/**
	 * The parts of a run that lie in one passage, each with n-grams of its own: the other may have been put beside it by
	 * chance, where a look-alike came in between or went.
	 */
	#withinPassages({ old, new: other, length }: Run): Run[] {
		const parts: Run[] = [];
		let start = 0;
		for (let at = 1; at <= length; at += 1) {
			if (at < length && !this.#beginsPassage(old + at, other + at)) continue;
			parts.push({ old: old + start, new: other + start, length: at - start });
			start = at;
		}
		return parts;
	}

	#beginsPassage(old: number, other: number): boolean {
		return this.old.begins[old] === 1 || this.new.begins[other] === 1;
	}

	#agree(old: number, other: number): boolean {
		return this.old.text.charCodeAt(old) === this.new.text.charCodeAt(other);
	}

	#unpair(old: number, other: number): void {
		if (old < 0 || other < 0) return;
		this.#toNew[old] = -1;
		this.#toOld[other] = -1;
	}

	#pair(old: number, other: number): void {
		this.#toNew[old] = other;
		this.#toOld[other] = old;
	}
}
