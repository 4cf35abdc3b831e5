import type { Alignment } from './alignment.ts';
import type { Span } from './text-stream.ts';

/** So many letters in a row do not stand for each other by chance. */
const solidRun = 3;
/** A passage of which others stand for more than this is theirs. */
const mostOfOthers = 0.3;
/** Of look-alikes one is at most so much longer than the other. */
const mostUnlikeLength = 1.5;
const gramSize = 4;

/** One of two aligned texts by its passages, with what stands for them in the other. */
export class PassageHalf {
	readonly passages: readonly Span[];
	readonly text: string;
	readonly #passageOf: Int32Array;
	readonly #at: (unit: number) => number;
	#other: PassageHalf = this;

	/** The old and the new text of an alignment, as it is whenever something is asked. */
	static pairOf(alignment: Alignment): { old: PassageHalf; new: PassageHalf } {
		const old = new PassageHalf(alignment.old, (unit) => alignment.newAt(unit));
		const other = new PassageHalf(alignment.new, (unit) => alignment.oldAt(unit));
		old.#other = other;
		other.#other = old;
		return { old, new: other };
	}

	private constructor({ text, begins }: Alignment['old'], at: (unit: number) => number) {
		const passages: Span[] = [];
		this.#passageOf = new Int32Array(text.length);
		for (let unit = 0; unit < text.length; unit += 1) {
			const last = passages.at(-1);
			if (!last || begins[unit] === 1) passages.push({ start: unit, end: unit + 1 });
			else last.end = unit + 1;
			this.#passageOf[unit] = passages.length - 1;
		}
		this.passages = passages;
		this.text = text;
		this.#at = at;
	}

	textOf(passage: number): string {
		const { start, end } = this.spanOf(passage);
		return this.text.slice(start, end);
	}

	spanOf(passage: number): Span {
		return this.passages[passage] ?? { start: 0, end: 0 };
	}

	lengthOf(passage: number): number {
		const { start, end } = this.spanOf(passage);
		return end - start;
	}

	/** How many letters of a passage stand in which passages of the other text; single ones in common say nothing. */
	sharesOf(passage: number): Map<number, number> {
		const { start, end } = this.spanOf(passage);
		const shares = new Map<number, number>();
		let run = 0;
		for (let unit = start; unit <= end; unit += 1) {
			const found = unit < end ? this.#at(unit) : -1;
			const isSame = found >= 0 && this.text.charCodeAt(unit) === this.#other.text.charCodeAt(found);
			const goesOn = isSame && run > 0 && this.#at(unit - 1) === found - 1;
			if (run >= solidRun && !goesOn) {
				const there = this.#other.#passageOf[this.#at(unit - 1)] ?? 0;
				shares.set(there, (shares.get(there) ?? 0) + run);
			}
			run = goesOn ? run + 1 : Number(isSame);
		}
		return shares;
	}

	/** Whether a passage is there and belongs to none of the other text's but the one of that index. */
	isFree(passage: number, but = -1): boolean {
		let ofOthers = 0;
		for (const [index, share] of this.sharesOf(passage)) if (index !== but) ofOthers += share;
		return passage >= 0 && passage < this.passages.length && ofOthers < mostOfOthers * this.lengthOf(passage);
	}

	/** Whether a passage is about as long as one of the other text. */
	isAsLong(passage: number, there: number): boolean {
		const [own, other] = [this.lengthOf(passage), this.#other.lengthOf(there)];
		return Math.max(own, other) <= mostUnlikeLength * Math.min(own, other);
	}

	/** The short n-grams of a passage: of the same passage, misread, about half are the same. */
	gramsOf(passage: number): Set<string> {
		const text = this.textOf(passage);
		const grams = new Set<string>();
		for (let at = 0; at + gramSize <= text.length; at += 1) grams.add(text.slice(at, at + gramSize));
		return grams;
	}
}
