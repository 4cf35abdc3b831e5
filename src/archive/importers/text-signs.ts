import { randomInt } from 'node:crypto';
import type { TextRange } from '#shared/domain/annotation.ts';
import { type Block, isPassage, type Mark } from '#shared/domain/block.ts';

/** What a sign in the text of a file says of the place where it stands. */
export type SignKind = 'start' | 'end' | 'at';

// Characters that Unicode reserves for the use of programs within: no parser takes them out.
const openings: Readonly<Record<SignKind, string>> = { start: '\ufdd0', end: '\ufdd2', at: '\ufdd3' };
const closing = '\ufdd1';

/**
 * The signs of one reading. A file may hold such characters too, and be made to forge signs: each has a number that the
 * file cannot know, and what has another one is text. It is made of digits, which say nothing of the language.
 */
export class TextSigns {
	readonly #prefix = `${randomInt(2 ** 47)}-`;
	readonly #pattern = new RegExp(`([\ufdd0\ufdd2\ufdd3])${this.#prefix}([\\w-]+)\ufdd1`, 'g');

	/** Stands in the text where something begins, ends or is, by its name, while a parser makes blocks of it. */
	sign(kind: SignKind, name: string): string {
		return `${openings[kind]}${this.#prefix}${name}${closing}`;
	}

	/** The text without signs. */
	without(text: string): string {
		return text.replaceAll(this.#pattern, '');
	}

	/** The signs in a text, each with its parts: its opening character and its name. */
	in(text: string): RegExpExecArray[] {
		return text.includes(closing) ? [...text.matchAll(this.#pattern)] : [];
	}
}

interface Place {
	ordinal: number;
	offset: number;
}

/** Where each named thing stood, in blocks without its signs. */
export class SignedText {
	readonly blocks: Block[] = [];
	readonly #places = new Map<string, Place>();

	constructor(blocks: readonly Block[], signs: TextSigns) {
		for (const block of blocks) {
			const plain = this.#plain(block, signs.in(block.text));
			// A paragraph that was made of nothing but signs is none.
			if (isPassage(plain) || !isPassage(block)) this.blocks.push(plain);
		}
	}

	/** The words between the signs of that name, or the passage in which it has only one; null where it has none. */
	rangeOf(name: string): Omit<TextRange, 'editionId'> | null {
		const [start, end] = [this.#places.get(`start ${name}`), this.#places.get(`end ${name}`)];
		const from = start && this.#forward(start);
		const to = end && this.#backward(end);
		if (from && to && (from.ordinal < to.ordinal || (from.ordinal === to.ordinal && from.offset < to.offset)))
			return { startOrdinal: from.ordinal, startOffset: from.offset, endOrdinal: to.ordinal, endOffset: to.offset };
		const place = this.#places.get(`at ${name}`) ?? start ?? end;
		const near = place && (this.#backward({ ...place, offset: Math.max(1, place.offset) }) ?? this.#forward(place));
		if (!near) return null;
		const { ordinal } = near;
		const length = this.blocks[ordinal]?.text.length ?? 0;
		return { startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset: length };
	}

	#plain(block: Block, signs: readonly RegExpExecArray[]): Block {
		if (signs.length === 0) return block;
		const kept: string[] = [];
		let [from, length] = [0, 0];
		const cuts: { at: number; to: number }[] = [];
		/** Where an offset lies now, from one on: where a sign ends, and a space that goes with it. */
		const cut = (at: number) => cuts.push({ at, to: length });
		const keep = (piece: string, at: number) => {
			// Signs stood between two spaces, or before the first letter.
			const isAfterSpace = length === 0 || /\s$/.test(kept.at(-1) ?? '');
			const rest = isAfterSpace ? piece.replace(/^ /, '') : piece;
			if (rest.length < piece.length) cut(at + 1);
			if (rest === '') return;
			kept.push(rest);
			length += rest.length;
		};
		for (const { 0: sign, 1: opening, 2: name, index } of signs) {
			keep(block.text.slice(from, index), from);
			from = index + sign.length;
			cut(from);
			const kind = (['start', 'end', 'at'] as const).find((one) => openings[one] === opening);
			this.#places.set(`${kind} ${name}`, { ordinal: this.blocks.length, offset: length });
		}
		keep(block.text.slice(from), from);
		const text = kept.join('').trimEnd();
		const moved = (offset: number) => {
			const last = cuts.findLast(({ at }) => at <= offset);
			return Math.min(text.length, last ? last.to + offset - last.at : offset);
		};
		const { marks, ...rest } = block;
		const plainMarks = joined(
			(marks ?? []).map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) })),
		);
		return { ...rest, text, ...(plainMarks.length > 0 && { marks: plainMarks }) };
	}

	/** At the end of a passage, or in none, the next one begins what begins there. */
	#forward({ ordinal, offset }: Place): Place | null {
		const block = this.blocks[ordinal];
		if (block && offset < block.text.length) return { ordinal, offset };
		const next = this.blocks.findIndex((other, at) => at > ordinal && isPassage(other));
		if (block && isPassage(block) && next < 0) return { ordinal, offset: block.text.length };
		return next < 0 ? null : { ordinal: next, offset: 0 };
	}

	#backward({ ordinal, offset }: Place): Place | null {
		const block = this.blocks[ordinal];
		if (block && isPassage(block) && offset > 0) return { ordinal, offset: Math.min(offset, block.text.length) };
		const before = this.blocks.slice(0, ordinal).findLastIndex(isPassage);
		return before < 0 ? null : { ordinal: before, offset: this.blocks[before]?.text.length ?? 0 };
	}
}

/** A sign in the middle of a mark had cut it in two. */
function joined(marks: readonly Mark[]): Mark[] {
	const found: Mark[] = [];
	for (const mark of marks) {
		const before = found.find((one) => one.end === mark.start && one.kind === mark.kind && one.value === mark.value);
		if (before) before.end = mark.end;
		else if (mark.start < mark.end) found.push({ ...mark });
	}
	return found;
}
