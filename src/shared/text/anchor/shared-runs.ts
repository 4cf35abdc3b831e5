import type { ComparableText } from './comparable-text.ts';
import type { Span } from './text-stream.ts';

/** A stretch that is the same in both texts: `old` and `new` are where it begins. */
export interface Run {
	old: number;
	new: number;
	length: number;
}

/**
 * Stretches built of the `size`-grams that occur once in each of the two spans: what unique words in common tell about
 * where things went, in whatever order they stand. A gram over the end of a passage does not count: what goes or comes
 * are whole passages, and the end of the one before is like many others. By old position; linear in the spans' length.
 */
export function sharedRuns(
	old: ComparableText,
	other: ComparableText,
	spans: { old: Span; new: Span; size: number },
): Run[] {
	const { size } = spans;
	const oldGrams = new GramIndex(old.text, spans.old, size);
	const newGrams = new GramIndex(other.text, spans.new, size);
	const oldJoint = new NextBegin(old.begins, spans.old.end);
	const newJoint = new NextBegin(other.begins, spans.new.end);
	const runs: Run[] = [];
	for (let at = spans.old.start; at + size <= spans.old.end; at += 1) {
		if (oldJoint.after(at) < at + size || !oldGrams.isUnique(at)) continue;
		const found = newGrams.find(old.text, at);
		if (found >= 0 && newJoint.after(found) >= found + size) addPair(runs, at, found, size);
	}
	return runs;
}

/** Where the next passage begins: asked again and again from about the same place. */
class NextBegin {
	readonly #begins: Uint8Array;
	readonly #end: number;
	#from = 0;
	#next = -1;

	constructor(begins: Uint8Array, end: number) {
		this.#begins = begins;
		this.#end = end;
	}

	/** The first beginning behind a position; where there is none, far away. */
	after(at: number): number {
		if (at < this.#from || at >= this.#next) {
			this.#from = at;
			this.#next = at + 1;
			while (this.#next < this.#end && this.#begins[this.#next] !== 1) this.#next += 1;
			if (this.#next >= this.#end) this.#next = Number.POSITIVE_INFINITY;
		}
		return this.#next;
	}
}

/** Pairs of one diagonal that overlap are one run. */
function addPair(runs: Run[], old: number, found: number, size: number): void {
	const last = runs.at(-1);
	const isSame = last && found - old === last.new - last.old && old <= last.old + last.length;
	if (isSame) last.length = old + size - last.old;
	else runs.push({ old, new: found, length: size });
}

const base = 0x01000193;

/** The n-grams of a span by content, open addressing over typed arrays: a Map of strings takes ten times the memory. */
class GramIndex {
	readonly #text: string;
	readonly #span: Span;
	readonly #size: number;
	/** Position + 1 of the first gram with this content; 0 is empty. */
	readonly #slots: Int32Array;
	readonly #mask: number;
	readonly #isRepeated: Uint8Array;

	constructor(text: string, span: Span, size: number) {
		const count = Math.max(0, span.end - span.start - size + 1);
		let slots = 16;
		while (slots < count * 2) slots *= 2;
		this.#text = text;
		this.#span = span;
		this.#size = size;
		this.#slots = new Int32Array(slots);
		this.#mask = slots - 1;
		this.#isRepeated = new Uint8Array(count);
		for (let at = span.start; at < span.start + count; at += 1) this.#put(at);
	}

	isUnique(at: number): boolean {
		const slot = this.#slotOf(this.#text, at);
		return this.#slots[slot] === at + 1 && this.#isRepeated[at - this.#span.start] === 0;
	}

	/** Where the gram of another text stands here, when it does so once; -1 otherwise. */
	find(text: string, at: number): number {
		const found = (this.#slots[this.#slotOf(text, at)] ?? 0) - 1;
		return found >= 0 && this.#isRepeated[found - this.#span.start] === 0 ? found : -1;
	}

	#put(at: number): void {
		const slot = this.#slotOf(this.#text, at);
		const first = (this.#slots[slot] ?? 0) - 1;
		if (first < 0) this.#slots[slot] = at + 1;
		else this.#isRepeated[first - this.#span.start] = 1;
	}

	/** The slot that holds this gram, or the free one where it would go. */
	#slotOf(text: string, at: number): number {
		let hash = 0;
		for (let unit = 0; unit < this.#size; unit += 1) hash = Math.imul(hash, base) + text.charCodeAt(at + unit);
		let slot = (hash ^ (hash >>> 15)) & this.#mask;
		for (;;) {
			const found = (this.#slots[slot] ?? 0) - 1;
			if (found < 0 || this.#isSame(found, text, at)) return slot;
			slot = (slot + 1) & this.#mask;
		}
	}

	#isSame(own: number, text: string, at: number): boolean {
		for (let unit = 0; unit < this.#size; unit += 1) {
			if (this.#text.charCodeAt(own + unit) !== text.charCodeAt(at + unit)) return false;
		}
		return true;
	}
}
