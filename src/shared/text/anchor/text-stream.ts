/** A passage as anchoring sees it. Passages come in the order of their ordinals; those without text may be left out. */
export interface PassageText {
	ordinal: number;
	text: string;
}

/** A stretch of an edition: from a passage and UTF-16 offset up to, not including, a passage and offset. */
export interface PassageRange {
	startOrdinal: number;
	startOffset: number;
	endOrdinal: number;
	endOffset: number;
}

/** A half-open stretch of one string, in UTF-16 units. */
export interface Span {
	start: number;
	end: number;
}

/** The passages of an edition as one string, joined by line feeds, with the way back. */
export class TextStream {
	readonly text: string;
	/** Where each passage begins in `text`. */
	readonly starts: readonly number[];
	readonly #passages: readonly PassageText[];

	constructor(passages: readonly PassageText[]) {
		const starts: number[] = [];
		let length = 0;
		for (const { text } of passages) {
			starts.push(length);
			length += text.length + 1;
		}
		this.#passages = passages;
		this.starts = starts;
		this.text = passages.map(({ text }) => text).join('\n');
	}

	/** Where a range lies in `text`; null when one of its passages is not here or an offset lies outside its passage. */
	spanOf(range: PassageRange): Span | null {
		const start = this.#offsetOf(range.startOrdinal, range.startOffset);
		const end = this.#offsetOf(range.endOrdinal, range.endOffset);
		return start === null || end === null || start >= end ? null : { start, end };
	}

	/** The range of a span that is not empty; line feeds between passages at its ends are left out. */
	rangeOf(span: Span): PassageRange {
		const first = this.passageAt(span.start);
		const isBehindFirst = span.start - this.#startOf(first) >= this.#lengthOf(first);
		const from = isBehindFirst && first + 1 < this.#passages.length ? first + 1 : first;
		const last = this.passageAt(span.end - 1);
		return {
			startOrdinal: this.#passages[from]?.ordinal ?? 0,
			startOffset: Math.max(0, span.start - this.#startOf(from)),
			endOrdinal: this.#passages[last]?.ordinal ?? 0,
			endOffset: Math.min(this.#lengthOf(last), span.end - this.#startOf(last)),
		};
	}

	/** Index of the passage that holds the unit at `offset`; the line feed behind a passage belongs to it. */
	passageAt(offset: number): number {
		let low = 0;
		let high = this.starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (this.#startOf(middle) <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	#offsetOf(ordinal: number, offset: number): number | null {
		let low = 0;
		let high = this.#passages.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#passages[middle]?.ordinal ?? 0) < ordinal) low = middle + 1;
			else high = middle;
		}
		if (this.#passages[low]?.ordinal !== ordinal || offset < 0 || offset > this.#lengthOf(low)) return null;
		return this.#startOf(low) + offset;
	}

	#startOf(index: number): number {
		return this.starts[index] ?? 0;
	}

	#lengthOf(index: number): number {
		return this.#passages[index]?.text.length ?? 0;
	}
}
