import type { ComparableText } from './comparable-text.ts';
import { type FoldedText, foldedSpan, foldText } from './folded-text.ts';
import { type PassageText, type Span, TextStream } from './text-stream.ts';

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const isWordPart = /[\p{L}\p{M}\p{N}]/u;
const capital = /^\p{Lu}/u;

/** A word of a text and where it stands in the folded form. */
export interface Word {
	folded: Span;
	isCapital: boolean;
}

/** An edition made ready for comparing: its passages in one string, folded, and which words it has how often. */
export class ComparedText {
	readonly stream: TextStream;
	readonly folded: FoldedText;
	/** The folded text with the beginnings of its passages. */
	readonly comparable: ComparableText;
	readonly #counts = new Map<string, number>();
	readonly #lowerCase = new Set<string>();

	constructor(passages: readonly PassageText[]) {
		this.stream = new TextStream(passages);
		this.folded = foldText(this.stream.text);
		this.comparable = { text: this.folded.text, begins: new Uint8Array(this.folded.text.length) };
		for (const start of this.stream.starts) {
			const { start: at } = foldedSpan(this.folded, { start, end: start + 1 });
			if (at < this.comparable.begins.length) this.comparable.begins[at] = 1;
		}
		for (const { folded, isCapital } of this.wordsIn({ start: 0, end: this.stream.text.length })) {
			const key = this.folded.text.slice(folded.start, folded.end);
			this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
			if (!isCapital) this.#lowerCase.add(key);
		}
	}

	/** The words in a span of the raw text, whole ones where the span cuts them. */
	wordsIn(span: Span): Word[] {
		const words: Word[] = [];
		const raw = this.#toWholeWords(span);
		for (const { 0: text, index } of this.stream.text.slice(raw.start, raw.end).matchAll(word)) {
			const start = raw.start + index;
			const folded = foldedSpan(this.folded, { start, end: start + text.length });
			if (folded.end > folded.start) words.push({ folded, isCapital: capital.test(text) });
		}
		return words;
	}

	#toWholeWords({ start, end }: Span): Span {
		const { text } = this.stream;
		let from = start;
		let to = end;
		while (from > 0 && isWordPart.test(text.charAt(from)) && isWordPart.test(text.charAt(from - 1))) from -= 1;
		while (to < text.length && isWordPart.test(text.charAt(to - 1)) && isWordPart.test(text.charAt(to))) to += 1;
		return { start: from, end: to };
	}

	/** How often a folded word stands in the text. */
	countOf(folded: string): number {
		return this.#counts.get(folded) ?? 0;
	}

	/** Whether a folded word is ever written small: if not, its capital is a name's and not the beginning of a sentence. */
	isEverSmall(folded: string): boolean {
		return this.#lowerCase.has(folded);
	}
}
