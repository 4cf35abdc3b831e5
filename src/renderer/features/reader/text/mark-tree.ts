import type { DoubtfulMark } from '#renderer/features/recognition/index.ts';
import { type Mark, markKinds } from '#shared/domain/block.ts';
import type { NotedPart } from '../print/printed-notes.ts';

/** What is drawn around words: the text's own formatting, what is known of how they were read, and on paper what is noted. */
export type DrawnMark = Mark | DoubtfulMark | NotedPart;

/** A stretch of a passage's text as it is drawn: plain, or inside one inline element. */
export type InlineNode =
	| { type: 'text'; start: number; end: number }
	| { type: 'mark'; mark: DrawnMark; children: InlineNode[] };

/**
 * Nests marks, which may overlap, into a tree that inline elements can follow. Every unit of text stands in exactly one
 * text node of the tree, in order. Links are outermost, so that one link stays one thing to click and to focus.
 */
export function nestMarks(text: string, marks: readonly DrawnMark[] = []): InlineNode[] {
	return nest(0, text.length, marks.toSorted(outermostFirst));
}

function outermostFirst(a: DrawnMark, b: DrawnMark): number {
	const links = Number(b.kind === 'link') - Number(a.kind === 'link');
	return links || b.end - b.start - (a.end - a.start) || kindOrder(a) - kindOrder(b);
}

function kindOrder({ kind }: DrawnMark): number {
	if (kind === 'noted') return markKinds.length + 1;
	return kind === 'doubtful' ? markKinds.length : markKinds.indexOf(kind);
}

function nest(start: number, end: number, marks: readonly DrawnMark[]): InlineNode[] {
	if (start >= end) return [];
	const [outer, ...inner] = marks.flatMap((mark) => clip(mark, start, end));
	if (!outer) return [{ type: 'text', start, end }];
	return [
		...nest(start, outer.start, inner),
		{ type: 'mark', mark: outer, children: nest(outer.start, outer.end, inner) },
		...nest(outer.end, end, inner),
	];
}

function clip(mark: DrawnMark, start: number, end: number): DrawnMark[] {
	const clipped = { ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) };
	return clipped.start < clipped.end ? [clipped] : [];
}
