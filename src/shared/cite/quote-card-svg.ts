import { fittedLines } from '../chronology/fitted-text.ts';
import type { QuoteCard } from '../domain/quote-card.ts';
import { escapeXml } from '../text/escape-xml.ts';
import { quotedText } from './quoted-text.ts';

const [widthPx, marginPx] = [720, 36];
/** More than a page of words; what is longer is cut off, and says so. */
const mostLines = 400;
const sizes = { words: 18, reference: 12, fact: 11 } as const;
type LineKind = keyof typeof sizes;

const opening =
	/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 720 \d+" width="720" height="\d+" role="img">/;
/** Facts are lines and nothing else, so that nothing can be drawn over the words. */
const factLines = /^(?:<text class="fact" x="36" y="\d+">[^<]*<\/text>\n)*$/;

const style = [
	'text{font-family:"Noto Sans",system-ui,sans-serif;fill:#5c5348}',
	`.words{font:${sizes.words}px "Noto Serif",Georgia,serif;fill:#211c17}.reference{font-size:${sizes.reference}px}.fact{font-size:${sizes.fact}px}`,
].join('');

/** What people see of a card as a picture, up to where its data begins. */
export function svgCard(card: QuoteCard, facts: readonly string[]): string {
	const head = headOf(card);
	let y = head.bottomPx + 18;
	const lines = facts.flatMap((fact) =>
		fittedLines(fact, widthPx - 2 * marginPx, sizes.fact, mostLines).map((line) => {
			y += lineHeight('fact');
			return textLine('fact', y, line);
		}),
	);
	const height = y + marginPx;
	const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${height}" width="${widthPx}" height="${height}" role="img">`;
	return `${open}${head.markup}${lines.join('')}`;
}

/** Whether a picture shows the words of the card with their reference, nothing else in their place, and nothing over them. */
export function saysInSvg(readable: string, card: QuoteCard): boolean {
	const open = opening.exec(readable)?.[0];
	if (open === undefined) return false;
	const drawn = readable.slice(open.length);
	const { markup } = headOf(card);
	return drawn.startsWith(markup) && factLines.test(drawn.slice(markup.length));
}

/** The same for the same card, whatever the language of the interface. */
function headOf({ quoted, beside }: QuoteCard): { markup: string; bottomPx: number } {
	let y = marginPx;
	const passages = [quoted, ...(beside ? [beside] : [])];
	const lines = passages.flatMap((passage) => {
		y += 8;
		// The reference, and the address where it does not hold that, follow the words after a dash.
		const [words = '', ...rest] = quotedText(passage).split('\n— ');
		const parts: [LineKind, string][] = [
			...words.split('\n').map((line): [LineKind, string] => ['words', line]),
			...`— ${rest.join('\n— ')}`.split('\n').map((line): [LineKind, string] => ['reference', line]),
		];
		return parts.flatMap(([kind, text]) =>
			fittedLines(text, widthPx - 2 * marginPx, sizes[kind], mostLines).map((line) => {
				y += lineHeight(kind);
				return textLine(kind, y, line);
			}),
		);
	});
	const ground = `<style>${style}</style>\n<rect width="100%" height="100%" fill="#fdfbf7"/>\n`;
	return { markup: `${ground}${lines.join('')}`, bottomPx: y };
}

function lineHeight(kind: LineKind): number {
	return Math.round(sizes[kind] * 1.5);
}

function textLine(kind: LineKind, y: number, line: string): string {
	return `<text class="${kind}" x="${marginPx}" y="${y}">${escapeXml(line)}</text>\n`;
}
