/** Lines that stand together, or the form feed between two pages. */
export type Chunk = readonly string[] | 'page-break';

/**
 * Cuts a text at its blank lines and form feeds. White space at the end of a line is dropped, every other character is
 * in exactly one chunk; a form feed in the middle of a line is taken for a character, not for a new page.
 */
export function splitIntoChunks(text: string): Chunk[] {
	const chunks: Chunk[] = [];
	let open: string[] = [];
	const close = () => {
		if (open.length > 0) chunks.push(open);
		open = [];
	};
	for (const line of text.split(/\r\n|\r|\n/)) {
		const content = line.trim();
		const feedsBefore = formFeeds(line.slice(0, content ? line.indexOf(content) : line.length));
		if (content === '' || feedsBefore > 0) close();
		for (let feed = 0; feed < feedsBefore; feed += 1) chunks.push('page-break');
		if (content === '') continue;
		open.push(line.trimEnd().replace(/^\s*\f\s*/, ''));
		const feedsAfter = formFeeds(line.slice(line.trimEnd().length));
		if (feedsAfter > 0) close();
		for (let feed = 0; feed < feedsAfter; feed += 1) chunks.push('page-break');
	}
	close();
	return chunks;
}

function formFeeds(space: string): number {
	return space.split('\f').length - 1;
}

const narrowestPage = 45;
/** A line longer than this was never broken at the width of a page: each is a paragraph of its own. */
const widestPage = 140;
/** More unwrapped lines than this are no stanza and no address: each line stands alone (a log, a list of names). */
const longestStanza = 40;

export interface Paragraph {
	lines: readonly string[];
	/** The lines were only as long as the page was wide. */
	wrapped: boolean;
}

/** The paragraphs of a chunk. A chunk is more than one where its lines are long, indented like typescript, or many. */
export function splitIntoParagraphs(lines: readonly string[]): Paragraph[] {
	if (lines.length === 1) return [{ lines, wrapped: false }];
	const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
	const singly = () => lines.map((line) => ({ lines: [line], wrapped: false }));
	if (width > widestPage) return singly();
	if (!isWrapped(lines, width)) return lines.length > longestStanza ? singly() : [{ lines, wrapped: false }];
	return splitWrapped(lines, width).map((part) => ({ lines: part, wrapped: part.length > 1 }));
}

/** Whether most lines end where the next word would not have fitted, within a tenth of the width. */
function isWrapped(lines: readonly string[], width: number): boolean {
	if (width < narrowestPage) return false;
	let full = 0;
	for (let at = 0; at + 1 < lines.length; at += 1) {
		if (isFull(lines, at, width)) full += 1;
	}
	return full >= (lines.length - 1) * 0.75;
}

function isFull(lines: readonly string[], at: number, width: number): boolean {
	const nextWord = /\S+/.exec(lines[at + 1] ?? '')?.[0] ?? '';
	return (lines[at] ?? '').length + 1 + nextWord.length > width * 0.9;
}

const sentenceEnd = /[.!?…։:»"”)]$/u;

/** A new paragraph begins at an indented line, and after a short line that ends a sentence. */
function splitWrapped(lines: readonly string[], width: number): string[][] {
	const indents = lines.map((line) => line.length - line.trimStart().length);
	const margin = indents.reduce((least, indent) => Math.min(least, indent), width);
	// Where half of the lines are indented, it is the layout of a letterhead, not the beginning of paragraphs.
	const indented = indents.filter((indent) => indent >= margin + 2).length;
	const indentsCount = indented > 0 && indented * 2 < lines.length;
	const parts: string[][] = [];
	lines.forEach((line, at) => {
		const before = lines[at - 1];
		const afterEnd = before !== undefined && before.length < width * 0.6 && sentenceEnd.test(before);
		const starts = at === 0 || afterEnd || (indentsCount && (indents[at] ?? 0) >= margin + 2);
		if (starts) parts.push([line]);
		else parts.at(-1)?.push(line);
	});
	return parts;
}

/** Whether the lines are set in columns by runs of spaces or tabs, so that their layout carries meaning. */
export function isColumnar(lines: readonly string[]): boolean {
	if (lines.length < 2) return false;
	return lines.filter((line) => /\S(?: {3,}|\t+)\S/.test(line)).length >= lines.length * 0.6;
}
