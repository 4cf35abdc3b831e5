/** A run of text as the file places it: the baseline's start, in points from the upper left corner of the page. */
export interface Piece {
	text: string;
	x: number;
	y: number;
	width: number;
	/** Height of its letters, in points. */
	size: number;
	isRightToLeft: boolean;
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

/** @param view the page's matrix from the space of the file to points from its upper left corner. */
export function placePieces(items: readonly TextItem[], view: readonly number[]): PagePieces {
	const placed = items.filter(({ str }) => str !== '').map((item) => place(item, view));
	const main = mainAngle(placed);
	const isUpright = ({ angle, piece }: Placed) => piece.text.trim() === '' || turn(angle, main) < sameDirection;
	return {
		upright: placed.filter(isUpright).map((it) => rotate(it.piece, main)),
		turned: placed.filter((it) => !isUpright(it)).map((it) => it.piece),
	};
}

function place({ str, dir, width, height, transform }: TextItem, view: readonly number[]): Placed {
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
	const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
	const along = { x: va * a + vc * b, y: vb * a + vd * b };
	const angle = (Math.round((Math.atan2(along.y, along.x) * 180) / Math.PI) + 360) % 360;
	const piece: Piece = {
		text: clean(str),
		x: va * e + vc * f + ve,
		y: vb * e + vd * f + vf,
		width,
		size: height || Math.hypot(c, d) || 1,
		isRightToLeft: dir === 'rtl',
	};
	return { piece, angle };
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
