import type { QuoteCard } from '../domain/quote-card.ts';
import { escapeXml } from '../text/escape-xml.ts';
import {
	type CardLine,
	cardColours,
	cardMarginPx,
	cardTypePx,
	cardWidthPx,
	firstFactPx,
	layOutCard,
	layOutWords,
} from './card-layout.ts';

const opening =
	/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 720 (\d+)" width="720" height="(\d+)" role="img">/;
/** Facts are lines and nothing else, and stand below the words, so that nothing can be drawn over those. */
const factLines = /^(?:<text class="fact" x="36" y="\d+">[^<]*<\/text>\n)*$/;
const factHeights = / y="(\d+)">/g;

const style = [
	`text{font-family:"Noto Sans",system-ui,sans-serif;fill:${cardColours.other}}`,
	`.words{font:${cardTypePx.words}px "Noto Serif",Georgia,serif;fill:${cardColours.words}}`,
	`.reference{font-size:${cardTypePx.reference}px}.fact{font-size:${cardTypePx.fact}px}`,
].join('');
const ground = `<style>${style}</style>\n<rect width="100%" height="100%" fill="${cardColours.ground}"/>\n`;

/** What people see of a card as a picture, up to where its data begins. */
export function svgCard(card: QuoteCard): string {
	const { lines, bottomPx } = layOutCard(card);
	const height = bottomPx + cardMarginPx;
	const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${cardWidthPx} ${height}" width="${cardWidthPx}" height="${height}" role="img">`;
	return `${open}${ground}${markupOf(lines)}`;
}

/** Whether a picture shows the words of the card with their reference, nothing else in their place, and nothing over them. */
export function saysInSvg(readable: string, card: QuoteCard): boolean {
	const [open, seenHeight, height] = opening.exec(readable) ?? [];
	if (open === undefined || seenHeight !== height) return false;
	const words = layOutWords(card);
	const drawn = readable.slice(open.length);
	// Before words from right to left were drawn so, all stood at the left.
	const before = words.lines.map((line) => ({ ...line, isFromRight: false }));
	const head = [words.lines, before]
		.map((lines) => `${ground}${markupOf(lines)}`)
		.find((each) => drawn.startsWith(each));
	if (head === undefined) return false;
	const facts = drawn.slice(head.length);
	if (!factLines.test(facts)) return false;
	const isBelow = [...facts.matchAll(factHeights)].every(([, y]) => Number(y) >= firstFactPx(words));
	// Cut off above, it could leave out the reference, or half of the words.
	return isBelow && Number(height) > words.bottomPx;
}

function markupOf(lines: readonly CardLine[]): string {
	return lines
		.map(({ kind, y, text, isFromRight }) => {
			const beginning = isFromRight ? `direction="rtl" x="${cardWidthPx - cardMarginPx}"` : `x="${cardMarginPx}"`;
			return `<text class="${kind}" ${beginning} y="${y}">${escapeXml(text)}</text>\n`;
		})
		.join('');
}
