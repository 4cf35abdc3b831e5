import type { Block, Mark, MarkKind } from '#shared/domain/block.ts';
import type { Figure } from '#shared/domain/figure.ts';

/** What a block is apart from its text and marks. */
export type BlockShape = Omit<Block, 'text' | 'marks'>;

interface OpenMark {
	kind: MarkKind;
	value?: string;
	start: number;
}

/**
 * Gathers running text and marks and cuts them into blocks. A mark that is still open where a block ends goes on in the
 * next one.
 */
export class BlockWriter {
	readonly blocks: Block[] = [];
	#parts: string[] = [];
	#length = 0;
	/** True at the beginning of a block, after a space and after a line break: where white space collapses to nothing. */
	#afterSpace = true;
	#marks: Mark[] = [];
	readonly #open: OpenMark[] = [];

	/** Adds text as it stands. */
	append(text: string): void {
		if (text === '') return;
		this.#parts.push(text);
		this.#length += text.length;
		this.#afterSpace = text.endsWith(' ') || text.endsWith('\n');
	}

	/** Adds text in which white space only separates words, as in HTML. No-break spaces are letters here. */
	appendCollapsed(text: string): void {
		const collapsed = text.replaceAll(/[ \t\n\r\f]+/g, ' ');
		this.append(this.#afterSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
	}

	breakLine(): void {
		const last = this.#parts.at(-1);
		if (last?.endsWith(' ')) {
			this.#parts[this.#parts.length - 1] = last.slice(0, -1);
			this.#length -= 1;
		}
		this.append('\n');
	}

	/** Begins a new line, unless there is nothing on this one. */
	separateLines(): void {
		if (this.#length > 0 && !this.#parts.at(-1)?.endsWith('\n')) this.breakLine();
	}

	/** Marks what `write` adds. */
	mark(kind: MarkKind, value: string | undefined, write: () => void): void {
		const open: OpenMark = { kind, start: this.#length, ...(value !== undefined && { value }) };
		this.#open.push(open);
		write();
		this.#open.pop();
		this.#close(open);
	}

	/** Ends a block. What is only white space makes none; returns whether a block was written. */
	end(shape: BlockShape, { verbatim = false } = {}): boolean {
		for (const open of this.#open) {
			this.#close(open);
			open.start = 0;
		}
		const whole = this.#parts.join('');
		const marks = this.#marks;
		this.#parts = [];
		this.#length = 0;
		this.#afterSpace = true;
		this.#marks = [];
		if (whole.trim() === '') return false;
		const lead = verbatim ? 0 : whole.length - whole.trimStart().length;
		const text = verbatim ? whole.trimEnd() : whole.trim();
		const kept = clampMarks(marks, lead, text.length);
		this.blocks.push({ ...shape, text, ...(kept.length > 0 && { marks: kept }) });
		return true;
	}

	/** A block without text. */
	add(kind: 'rule' | 'page-break'): void {
		this.blocks.push({ kind, text: '' });
	}

	/** A picture, which has no text: behind the block that was ended last. */
	addFigure(figure: Figure, shape: Pick<BlockShape, 'cell' | 'language'>): void {
		this.blocks.push({ ...shape, kind: 'figure', text: '', figure });
	}

	#close({ kind, value, start }: OpenMark): void {
		if (start >= this.#length) return;
		this.#marks.push({ start, end: this.#length, kind, ...(value !== undefined && { value }) });
	}
}

function clampMarks(marks: readonly Mark[], lead: number, length: number): Mark[] {
	return marks
		.map((mark) => ({
			...mark,
			start: Math.max(0, mark.start - lead),
			end: Math.min(length, mark.end - lead),
		}))
		.filter((mark) => mark.start < mark.end)
		.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The address of a link, trimmed, if it is of a kind that is shown: http, https or mailto. null for all others,
 * whatever white space or control characters are to hide what they are.
 */
export function shownAddress(address: string | null | undefined): string | null {
	const trimmed = (address ?? '').trim();
	return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(trimmed) ? trimmed : null;
}
