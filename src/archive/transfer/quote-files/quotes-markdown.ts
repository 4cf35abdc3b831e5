import { plainAsMarkdown } from '../plain-as-markdown.ts';
import type { QuoteDocument, QuotedPart } from './quote-document.ts';

/** Markdown with footnotes, as GitHub and Pandoc read them. */
export function writeQuotesMarkdown({ title, quotes }: QuoteDocument): Uint8Array {
	const notes = quotes.map(({ footnote }, at) => `[^${at + 1}]: ${oneLine(footnote)}`);
	const parts = [`# ${oneLine(title)}`, ...quotes.map(part), notes.join('\n')];
	return new TextEncoder().encode(`${parts.filter((text) => text !== '').join('\n\n')}\n`);
}

function part({ lines, note, flag }: QuotedPart, at: number): string {
	const quoted = lines.map((line) => oneLine(line)).join('\n>\n> ');
	return [
		`> ${quoted}[^${at + 1}]`,
		...(flag === '' ? [] : [`**${oneLine(flag)}**`]),
		...(note === '' ? [] : [plainAsMarkdown(note)]),
	].join('\n\n');
}

function oneLine(text: string): string {
	return plainAsMarkdown(text.replace(/\s+/g, ' ').trim());
}
