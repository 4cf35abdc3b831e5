import type { StoredBlock } from '#shared/domain/block.ts';
import type { OrdinalRange, TextOpening, TextOutline } from '#shared/domain/text-outline.ts';

/** A text as far as it is here. */
export interface ArrivedText {
	/** Index and ordinal are the same. What is not here yet has its kind and its number; its words come in its place. */
	blocks: readonly StoredBlock[];
	isWhole: boolean;
}

/** About as many characters as come in one go: some milliseconds of work, for whoever gives and whoever takes them. */
const sliceLength = 400_000;

/** Brings in the rest of a text that was opened: what somebody waits for, then all else in order. */
export class TextArrival {
	readonly outline: TextOutline;
	readonly #ask: (range: OrdinalRange) => Promise<StoredBlock[]>;
	#blocks: StoredBlock[];
	readonly #isHere: boolean[];
	#wanted: OrdinalRange[] = [];
	/** All before it is here. */
	#next = 0;
	#arrived: ArrivedText;
	readonly #watchers = new Set<() => void>();

	/** @param ask for the blocks from one ordinal to another, both included */
	constructor({ outline, blocks }: TextOpening, ask: (range: OrdinalRange) => Promise<StoredBlock[]>) {
		this.outline = outline;
		this.#ask = ask;
		this.#blocks = outline.kinds.map((kind, ordinal) => ({
			...{ kind, text: '', ordinal },
			number: outline.numbers[ordinal] ?? null,
		}));
		this.#isHere = outline.kinds.map(() => false);
		for (const block of blocks) this.#put(block);
		this.#arrived = this.#whatIsHere();
	}

	/** The same until more is to be seen: once all is here, and before that whenever something that was wanted is. */
	readonly current = (): ArrivedText => this.#arrived;

	readonly watch = (tell: () => void): (() => void) => {
		this.#watchers.add(tell);
		return () => void this.#watchers.delete(tell);
	};

	/** From one ordinal to another, both included; null while they are not all here. */
	take(range: OrdinalRange): StoredBlock[] | null {
		return this.#has(range) ? this.#blocks.slice(range[0], range[1] + 1) : null;
	}

	/** Brings these in before all others. */
	want(ranges: readonly OrdinalRange[]): void {
		this.#wanted = [...ranges];
	}

	/**
	 * Goes on until all is here, or `signal` ends it; rejects as asking does.
	 *
	 * @param rest comes between one slice and the next
	 */
	async bringIn(signal: AbortSignal, rest: () => Promise<void>): Promise<void> {
		while (!this.#arrived.isWhole && !signal.aborted) {
			const wanted = this.#wanted.splice(0);
			for (const range of wanted) if (!this.#has(range)) await this.#fetch(range);
			const next = wanted.length > 0 ? null : this.#nextSlice();
			if (next) await this.#fetch(next);
			else this.#publish();
			await rest();
		}
	}

	async #fetch([first, last]: OrdinalRange): Promise<void> {
		for (const block of await this.#ask([first, last])) this.#put(block);
		// What a damaged archive has lost is not waited for.
		this.#isHere.fill(true, first, last + 1);
	}

	#has([first, last]: OrdinalRange): boolean {
		for (let ordinal = first; ordinal <= last; ordinal += 1) if (!this.#isHere[ordinal]) return false;
		return true;
	}

	#nextSlice(): OrdinalRange | null {
		while (this.#isHere[this.#next]) this.#next += 1;
		const first = this.#next;
		if (first >= this.#blocks.length) return null;
		let length = 0;
		let last = first;
		for (; last < this.#blocks.length - 1 && length < sliceLength; last += 1) length += this.outline.lengths[last] ?? 0;
		return [first, last];
	}

	#put(block: StoredBlock): void {
		// Kept as it was drawn.
		if (this.#isHere[block.ordinal]) return;
		this.#blocks[block.ordinal] = block;
		this.#isHere[block.ordinal] = true;
	}

	#whatIsHere(): ArrivedText {
		return { blocks: this.#blocks, isWhole: this.#isHere.every(Boolean) };
	}

	#publish(): void {
		this.#blocks = [...this.#blocks];
		this.#arrived = this.#whatIsHere();
		for (const tell of this.#watchers) tell();
	}
}
