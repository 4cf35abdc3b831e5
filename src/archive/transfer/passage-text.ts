import type { TextRange } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';
import type { Quote } from './web-annotation/read-target.ts';

/** An edition as quotations have it: its passages joined by '\n', blocks without text left out. */
export class PassageText {
	readonly editionId: EditionId;
	readonly text: string;
	readonly #passages: { ordinal: number; start: number }[] = [];

	constructor(editionId: EditionId, blocks: readonly StoredBlock[]) {
		this.editionId = editionId;
		const texts: string[] = [];
		let at = 0;
		for (const { ordinal, text } of blocks) {
			if (text === '') continue;
			this.#passages.push({ ordinal, start: at });
			texts.push(text);
			at += text.length + 1;
		}
		this.text = texts.join('\n');
	}

	/** Where the words begin, with and without their context; at most `most` of each. */
	occurrences(quote: Quote, most: number): { inContext: number[]; all: number } {
		const inContext: number[] = [];
		let all = 0;
		let at = this.text.indexOf(quote.exact);
		while (at >= 0 && inContext.length < most && all < mostLooks) {
			all += 1;
			if (standsInContext(this.text, at, quote)) inContext.push(at);
			at = this.text.indexOf(quote.exact, at + 1);
		}
		return { inContext, all };
	}

	rangeAt(start: number, length: number): TextRange {
		const [from, to] = [this.#pointAt(start), this.#pointAt(start + length)];
		return {
			editionId: this.editionId,
			startOrdinal: from.ordinal,
			startOffset: from.offset,
			endOrdinal: to.ordinal,
			endOffset: to.offset,
		};
	}

	#pointAt(position: number): TextPoint {
		let [low, high] = [0, this.#passages.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#passages[middle]?.start ?? 0) <= position) low = middle + 1;
			else high = middle;
		}
		const { ordinal, start } = this.#passages[low - 1] ?? { ordinal: 0, start: 0 };
		return { ordinal, offset: position - start };
	}
}

/** A file could ask for one letter a million times over. */
const mostLooks = 10_000;

function standsInContext(text: string, at: number, { exact, prefix, suffix }: Quote): boolean {
	return text.endsWith(prefix, at) && text.startsWith(suffix, at + exact.length);
}
