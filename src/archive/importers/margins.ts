import { type Block, isPassage } from '#shared/domain/block.ts';

/** A paragraph in the margin of a page, without those that stand within it, in text boxes. */
export interface MarginParagraph {
	text: string;
	/** Whether a number of pages stands in it, which is no word of it. */
	hasPageNumber: boolean;
}

/** Lines that only count pages say nothing. */
export function wordsOfMargin(paragraphs: readonly MarginParagraph[]): string[] {
	return paragraphs
		.map(({ text, hasPageNumber }) => ({ text: text.replaceAll(/\s+/g, ' ').trim(), hasPageNumber }))
		.filter(({ text, hasPageNumber }) => (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) > (hasPageNumber ? 2 : 0))
		.map(({ text }) => text);
}

/** The text with what stands in the margins behind it, set apart: on every page they stand beside it, and here but once. */
export function withMargins(blocks: readonly Block[], texts: readonly string[]): Block[] {
	const margins = texts.map((text): Block => ({ kind: 'note', text }));
	const isApart = margins.length > 0 && blocks.some(isPassage);
	return [...blocks, ...(isApart ? [{ kind: 'rule', text: '' } as const] : []), ...margins];
}
