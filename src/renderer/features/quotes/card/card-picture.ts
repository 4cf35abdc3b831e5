import {
	type CardLineKind,
	cardColours,
	cardMarginPx,
	cardTypePx,
	cardWidthPx,
	layOutCard,
} from '#shared/cite/card-layout.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { QuoteCard } from '#shared/domain/quote-card.ts';
import { message } from '#shared/messages/messages.ts';

/** Dots in a pixel of the card: sharp on a telephone. */
const sharpness = 2;
/** Chromium draws no canvas that is higher, and no program a picture that is. */
const mostDots = 16_384;

/** The faces of the window, which have every script that Lectern promises; a picture as SVG takes those of its viewer. */
const faces: Readonly<Record<CardLineKind, string>> = {
	words: '--font-text',
	reference: '--font-ui',
	fact: '--font-ui',
};

/**
 * Draws a card as its SVG has it: the same lines at the same places. Throws invalid-input for one that is too long for a
 * picture of dots.
 *
 * @param isWanted asked once the faces are there: another card may be by then
 */
export async function drawCard(
	canvas: HTMLCanvasElement,
	card: QuoteCard,
	isWanted: () => boolean = () => true,
): Promise<void> {
	const { lines, bottomPx } = layOutCard(card);
	const heightPx = bottomPx + cardMarginPx;
	const scale = Math.min(sharpness, mostDots / heightPx);
	if (scale < 1) throw new AppError('invalid-input', { reason: message('card.too-long') });
	const root = getComputedStyle(document.documentElement);
	const fontOf = (kind: CardLineKind) => `${cardTypePx[kind]}px ${root.getPropertyValue(faces[kind])}`;
	// A canvas does not wait for faces: what is not there is drawn with another.
	await Promise.all(lines.map(({ kind, text }) => document.fonts.load(fontOf(kind), text)));
	if (!isWanted()) return;
	canvas.width = Math.round(cardWidthPx * scale);
	canvas.height = Math.round(heightPx * scale);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	context.scale(scale, scale);
	context.fillStyle = cardColours.ground;
	context.fillRect(0, 0, cardWidthPx, heightPx);
	for (const { kind, y, text, isFromRight } of lines) {
		context.fillStyle = kind === 'words' ? cardColours.words : cardColours.other;
		context.font = fontOf(kind);
		// Lines are broken by about how wide they are; one that is a little wider is drawn closer, never cut off.
		context.direction = isFromRight ? 'rtl' : 'ltr';
		context.fillText(text, isFromRight ? cardWidthPx - cardMarginPx : cardMarginPx, y, cardWidthPx - 2 * cardMarginPx);
	}
}

/** The picture as a PNG. */
export async function cardPng(card: QuoteCard): Promise<Uint8Array> {
	const canvas = document.createElement('canvas');
	await drawCard(canvas, card);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	if (!blob) throw new AppError('invalid-input', { reason: message('card.too-long') });
	return new Uint8Array(await blob.arrayBuffer());
}
