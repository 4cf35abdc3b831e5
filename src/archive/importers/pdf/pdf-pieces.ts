import { boxBetween, pageUnits } from '#shared/domain/page-box.ts';
import type { Advance } from '#shared/domain/page-layout.ts';
import type { Spot } from './pdf-placed-text.ts';

/** A run of text as the file places it: the baseline's start, in points from the upper left corner of the page. */
export interface Piece {
	text: string;
	x: number;
	y: number;
	width: number;
	/** Height of its letters, in points. */
	size: number;
	isRightToLeft: boolean;
	/** Where it stands on the page as that is shown, however the piece is turned to be read. */
	spot: Spot;
}

/** What pdfjs says of a run of text. */
export interface TextItem {
	str: string;
	dir: string;
	width: number;
	height: number;
	/** Of the text, in the space of the file. */
	transform: number[];
}

/** The pieces of a page that run in the direction of most of its text, turned upright, and those that do not. */
export interface PagePieces {
	upright: Piece[];
	/** Stamps and marginal notes in another direction. */
	turned: Piece[];
}

interface Placed {
	piece: Piece;
	/** Of the baseline, in whole degrees clockwise, from 0 to 359. */
	angle: number;
}

/** Directions that differ by less are one: a scan that was recognised lies a little askew. */
const sameDirection = 8;

/** A page as pdfjs shows it. */
export interface PageView {
	/** From 1. */
	number: number;
	/** In points. */
	width: number;
	height: number;
	/** From the space of the file to points from the upper left corner. */
	matrix: readonly number[];
}

export function placePieces(items: readonly TextItem[], view: PageView): PagePieces {
	const placed = items.filter(({ str }) => str !== '').map((item) => place(item, view));
	const main = mainAngle(placed);
	const isUpright = ({ angle, piece }: Placed) => piece.text.trim() === '' || turn(angle, main) < sameDirection;
	return {
		upright: placed.filter(isUpright).map((it) => rotate(it.piece, main)),
		turned: placed.filter((it) => !isUpright(it)).map((it) => it.piece),
	};
}

function place({ str, dir, width, height, transform }: TextItem, view: PageView): Placed {
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
	const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view.matrix;
	const along = { x: va * a + vc * b, y: vb * a + vd * b };
	const angle = (Math.round((Math.atan2(along.y, along.x) * 180) / Math.PI) + 360) % 360;
	const run = {
		text: clean(str),
		x: va * e + vc * f + ve,
		y: vb * e + vd * f + vf,
		width,
		size: height || Math.hypot(c, d) || 1,
		isRightToLeft: dir === 'rtl',
	};
	return { piece: { ...run, spot: spotOf(run, angle, view) }, angle };
}

/** How far letters reach above and below the baseline, in parts of their size. */
const [ascent, descent] = [0.8, 0.22];

/** @param angle in degrees to the right. */
function spotOf(run: Omit<Piece, 'spot'>, angle: number, { number, width, height }: PageView): Spot {
	const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
	const corners = [0, run.width].flatMap((along) =>
		[ascent * run.size, -descent * run.size].map((up) => ({
			x: ((run.x + along * cos + up * sin) / width) * pageUnits,
			y: ((run.y + along * sin - up * cos) / height) * pageUnits,
		})),
	);
	const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
	const turns = Math.round(angle / 90) + (run.isRightToLeft ? 2 : 0);
	return {
		page: number,
		box: boxBetween({ x: Math.min(...xs), y: Math.min(...ys) }, { x: Math.max(...xs), y: Math.max(...ys) }),
		advance: (turns % 4) as Advance,
	};
}

/** Control characters stand for letters that the file's fonts do not name; what they would do is not wanted. */
function clean(text: string): string {
	return text.replaceAll(/[\t\n\r\f\v\u00a0]/g, ' ').replaceAll(/[\p{Cc}]/gu, '\ufffd');
}

function mainAngle(placed: readonly Placed[]): number {
	const lengths = new Map<number, number>();
	for (const { angle, piece } of placed) lengths.set(angle, (lengths.get(angle) ?? 0) + piece.text.trim().length);
	const [main] = [...lengths].sort((first, second) => second[1] - first[1]);
	return main?.[0] ?? 0;
}

function turn(angle: number, main: number): number {
	const between = Math.abs(angle - main) % 360;
	return Math.min(between, 360 - between);
}

function rotate(piece: Piece, degrees: number): Piece {
	if (degrees === 0) return piece;
	const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
	return { ...piece, x: piece.x * cos + piece.y * sin, y: piece.y * cos - piece.x * sin };
}
