import type { Block } from '#shared/domain/block.ts';
import type { FractionBox, PlacedWord } from '#shared/domain/recognised-layout.ts';
import type { EnginePicture, FoundLine, FoundPage, PixelBox } from './engine.ts';

/** A passage as it was read from a page. */
export interface RecognisedBlock {
	block: Block;
	words: PlacedWord[];
}

/** The picture that was read, and where on its page it lies. */
export interface PicturePlace {
	/** Upright. */
	widthPx: number;
	heightPx: number;
	box: FractionBox;
}

/** A page of a file as a picture that the engine can decode. */
export interface PagePicture extends PicturePlace {
	picture: EnginePicture;
}

export const wholePage: FractionBox = { x: 0, y: 0, width: 1, height: 1 };

/**
 * The passages of a page, in reading order: one for each paragraph. Marks without a letter or digit, the traces of frames
 * and stains, are left out. A word that the line's end divided is one again, with a place on each line.
 */
export function blocksOfPage({ blocks }: FoundPage, place: PicturePlace): RecognisedBlock[] {
	const paragraphs = blocks.flatMap((block) => block.paragraphs);
	const usual = usualPitch(paragraphs.map(({ lines }) => lines));
	return paragraphs
		.flatMap(({ lines }) => splitAtGaps(lines, usual))
		.map((lines) => toBlock(lines, place))
		.filter(({ block }) => /[\p{L}\p{N}]/u.test(block.text));
}

/** More than the usual distance between lines is white space that ends a paragraph; the engine goes by indents alone. */
const wideGap = 1.35;

function splitAtGaps(lines: readonly FoundLine[], usual: number): FoundLine[][] {
	const parts: FoundLine[][] = [];
	for (const [at, line] of lines.entries()) {
		const last = parts.at(-1);
		if (last && pitchAt(lines, at) <= usual * wideGap) last.push(line);
		else parts.push([line]);
	}
	return parts;
}

/** The lower median of the distances between lines, in pixels; without any, no distance is too much. */
function usualPitch(paragraphs: readonly (readonly FoundLine[])[]): number {
	const pitches = paragraphs.flatMap((lines) => lines.slice(1).map((_, at) => pitchAt(lines, at + 1)));
	const rising = pitches.filter((pitch) => pitch > 0).sort((a, b) => a - b);
	return rising[Math.floor((rising.length - 1) / 2)] ?? Infinity;
}

/** From foot to foot: tops differ more, by which letters a line has. */
function pitchAt(lines: readonly FoundLine[], at: number): number {
	return (lines[at]?.bbox.y1 ?? 0) - (lines[at - 1]?.bbox.y1 ?? 0);
}

function toBlock(lines: readonly FoundLine[], place: PicturePlace): RecognisedBlock {
	let text = '';
	const words: PlacedWord[] = [];
	for (const line of lines) {
		let separator = text === '' ? '' : '\n';
		for (const found of line.words) {
			const written = found.text.trim();
			if (written === '') continue;
			if (separator === '\n' && isDivided(text, written)) {
				text = text.slice(0, -1);
				const before = words.at(-1);
				if (before) before.end = text.length;
			} else {
				text += separator;
			}
			separator = ' ';
			const start = text.length;
			text += written;
			words.push({ start, end: text.length, confidence: Math.round(found.confidence), box: onPage(found.bbox, place) });
		}
	}
	return { block: { kind: 'paragraph', text, ...(text.includes('\n') && { wrapped: true }) }, words };
}

/** A hyphen at the end of a line, the Armenian one among them, and a small letter after it. */
function isDivided(before: string, next: string): boolean {
	return /\p{L}[-\u00ad\u2010\u058a¬]$/u.test(before) && /^\p{Ll}/u.test(next);
}

function onPage({ x0, y0, x1, y1 }: PixelBox, { widthPx, heightPx, box }: PicturePlace): FractionBox {
	const across = (pixels: number) => Math.min(1, Math.max(0, pixels / widthPx));
	const down = (pixels: number) => Math.min(1, Math.max(0, pixels / heightPx));
	return {
		x: round(box.x + across(x0) * box.width),
		y: round(box.y + down(y0) * box.height),
		width: round((across(x1) - across(x0)) * box.width),
		height: round((down(y1) - down(y0)) * box.height),
	};
}

/** A hundred-thousandth of a page is less than a pixel of any picture that is read. */
function round(fraction: number): number {
	return Math.round(fraction * 100_000) / 100_000;
}
