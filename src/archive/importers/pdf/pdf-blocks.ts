import type { Block } from '#shared/domain/block.ts';
import type { PageLayout } from '#shared/domain/page-layout.ts';
import { readListLine } from '../text-lists.ts';
import { hyphenatedWords, leader, type Paragraph, textOfParagraph } from './pdf-paragraphs.ts';
import { type PlacedText, partOf, type Run } from './pdf-placed-text.ts';

/** An entry of the document's own table of contents. */
export interface OutlineEntry {
	title: string;
	/** From 1. */
	depth: number;
}

/** Larger than the text by so much is a heading, and the title by a little more. */
const headingScale = 1.15;
const titleScale = 1.2;
const longestHeading = 200;
/** Where more of the text is large than this, it is a slide or a poster, and its size says nothing. */
const mostHeadings = 0.25;
const noteScale = 0.92;
/** Paragraphs from the beginning among which a title is looked for: an institution's name may come before. */
const titleWithin = 4;

interface Written extends PlacedText {
	paragraph: Paragraph;
}

/** The blocks of a document and where they stand on its pages; `title` is '' where no line stands out as one. */
export function blocksOfParagraphs(
	paragraphs: readonly Paragraph[],
	outline: readonly OutlineEntry[],
): { title: string; blocks: Block[]; layout: PageLayout[] } {
	const hyphenated = hyphenatedWords(paragraphs);
	const written = paragraphs.map((paragraph) => ({ paragraph, ...textOfParagraph(paragraph, hyphenated) }));
	const body = bodySize(written);
	const title = titleOf(written, body);
	const headingLevel = headingLevels(written, { body, title, outline });
	const blocks: Block[] = [];
	const layout = new Map<number, PageLayout>();
	let page = written[0]?.paragraph.page ?? 1;
	written.forEach((it, at) => {
		if (it.paragraph.page > page) blocks.push({ kind: 'page-break', text: '', page: it.paragraph.page });
		page = Math.max(page, it.paragraph.page);
		const level = headingLevel(it);
		const block = shapeOf(it, { isTitle: it === title, level, body }, neighbours(written, at));
		// A list's marker stands apart from its item's text.
		const { runs } = partOf(it, it.text.length - block.text.length, it.text.length);
		layOut(layout, blocks.length, runs);
		blocks.push({ ...block, page: it.paragraph.page });
	});
	return {
		title: title?.text ?? '',
		blocks,
		layout: [...layout.values()].sort((first, second) => first.page - second.page),
	};
}

function layOut(layout: Map<number, PageLayout>, ordinal: number, runs: readonly Run[]): void {
	for (const { start, end, spot } of runs) {
		const { page, box, advance } = spot;
		const on = layout.get(page) ?? { page, runs: [] };
		on.runs.push({ ordinal, start, end, box, advance });
		layout.set(page, on);
	}
}

function shapeOf(
	{ paragraph, text }: Written,
	{ isTitle, level, body }: { isTitle: boolean; level: number | null; body: number },
	beside: readonly Written[],
): Block {
	if (isTitle) return { kind: 'title', text };
	if (level !== null) return { kind: 'heading', text, level };
	if (paragraph.isTable) return { kind: 'preformatted', text };
	const item = readListLine(text);
	const isListed = item && beside.some((other) => readListLine(other.text)?.kind === item.kind);
	if (isListed) return { kind: 'item', text: item.text, level: 1, marker: item.marker };
	const isNote = paragraph.size <= body * noteScale && /^(?:\d{1,3}|[*†‡])[\s.)]*\p{L}/u.test(text);
	return { kind: isNote ? 'note' : 'paragraph', text };
}

function neighbours(written: readonly Written[], at: number): Written[] {
	return [written[at - 1], written[at + 1]].filter((it) => it !== undefined);
}

/** The size in which most of the text is set. */
function bodySize(written: readonly Written[]): number {
	const lengths = new Map<number, number>();
	for (const { paragraph, text } of written) {
		const size = Math.round(paragraph.size * 2) / 2;
		lengths.set(size, (lengths.get(size) ?? 0) + text.length);
	}
	const [main] = [...lengths].sort((a, b) => b[1] - a[1]);
	return main?.[0] ?? 0;
}

function isLarge({ paragraph, text }: Written, body: number, scale: number): boolean {
	return (
		paragraph.size >= body * scale &&
		text.length <= longestHeading &&
		/\p{L}/u.test(text) &&
		!paragraph.isTable &&
		!leader.test(text)
	);
}

/** The largest of the first lines, if the text under it is smaller. */
function titleOf(written: readonly Written[], body: number): Written | undefined {
	const first = written.slice(0, titleWithin).filter((it) => it.paragraph.page === written[0]?.paragraph.page);
	const [largest] = [...first].sort((a, b) => b.paragraph.size - a.paragraph.size);
	return largest && isLarge(largest, body, titleScale) ? largest : undefined;
}

/** Gives the level of what is a heading: by the table of contents, else by its size; null for all else. */
function headingLevels(
	written: readonly Written[],
	{ body, title, outline }: { body: number; title: Written | undefined; outline: readonly OutlineEntry[] },
): (it: Written) => number | null {
	const top = title ? 2 : 1;
	const depths = new Map(outline.map((entry) => [foldTitle(entry.title), entry.depth]));
	const large = written.filter((it) => it !== title && isLarge(it, body, headingScale));
	const isPoster = sumOf(large) > mostHeadings * sumOf(written);
	const sizes = [...new Set(large.map(({ paragraph }) => Math.round(paragraph.size)))].sort((a, b) => b - a);
	return (it) => {
		if (it === title) return null;
		const depth = it.text.length <= longestHeading ? depths.get(foldTitle(it.text)) : undefined;
		if (depth !== undefined) return Math.min(6, top + depth - 1);
		if (isPoster || !large.includes(it)) return null;
		return Math.min(6, top + sizes.indexOf(Math.round(it.paragraph.size)));
	};
}

/** Numbering, case and spaces differ between a heading and its entry. */
function foldTitle(title: string): string {
	return title
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.replace(/^[\d ]+(?=\p{L})/u, '')
		.trim();
}

function sumOf(written: readonly Written[]): number {
	return written.reduce((sum, { text }) => sum + text.length, 0);
}
