import type { TextItem } from './pdf-pieces.ts';

/** What pdfjs says of a field of a form, or of text that was typed onto a page. */
export interface PageNote {
	subtype: string;
	annotationFlags?: number;
	/** From the lower left corner, in the space of the file: left, bottom, right, top. */
	rect: readonly number[];
	/** Degrees to the left that it was turned by. */
	rotation?: number;
	/** Its lines as it is drawn. */
	textContent?: readonly string[];
	/** Where the baseline of its last line begins, from the corner of its place. */
	textPosition?: readonly number[] | null;
	defaultAppearanceData?: { fontSize?: number };
	fieldType?: string | null;
	fieldValue?: string | readonly string[] | null;
	password?: boolean;
	options?: readonly { exportValue?: string; displayValue?: string }[];
	checkBox?: boolean;
	radioButton?: boolean;
	/** The value that a box, or a button of a group, has when it is chosen. */
	exportValue?: string | null;
	buttonValue?: string | null;
}

/** Flags of what is not shown: hidden, and for paper only. */
const unseen = 0b100010;
const [largest, smallest] = [12, 4];
/** In parts of the letters' size: from line to line, from the edge to the letters, and how wide one is. */
const [leading, inset, letterWidth] = [1.2, 0.2, 0.5];

/**
 * The text that stands on a page without being part of what is drawn there: what was filled into the fields of a form,
 * with its boxes, and what was typed onto the page.
 * @param hasText whether the page has text of its own: boxes without words beside them say nothing.
 */
export function filledIn(notes: readonly PageNote[], hasText: boolean): TextItem[] {
	return notes.flatMap((note) => {
		if (((note.annotationFlags ?? 0) & unseen) !== 0) return [];
		const box = hasText ? boxOf(note) : null;
		return box ? linesAt(note, [box]) : linesAt(note, linesOf(note));
	});
}

function boxOf({ checkBox, radioButton, fieldValue, exportValue, buttonValue }: PageNote): string | null {
	if (!checkBox && !radioButton) return null;
	return fieldValue != null && fieldValue === (radioButton ? buttonValue : exportValue) ? '☒' : '☐';
}

function linesOf(note: PageNote): readonly string[] {
	const { subtype, fieldType, textContent, fieldValue, options = [], password } = note;
	if (password || fieldType === 'Btn' || (subtype !== 'Widget' && subtype !== 'FreeText')) return [];
	// A list draws all that could have been chosen.
	if (textContent && fieldType !== 'Ch') return textContent;
	const values = typeof fieldValue === 'string' ? fieldValue.split(/\r\n?|\n/) : (fieldValue ?? []);
	return values.map((value) => options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value);
}

function linesAt(note: PageNote, lines: readonly string[]): TextItem[] {
	const { rotation = 0, textPosition, defaultAppearanceData, rect } = note;
	const [left = 0, bottom = 0, right = 0, top = 0] = rect;
	const isAcross = rotation % 180 !== 0;
	const [width, height] = isAcross ? [top - bottom, right - left] : [right - left, top - bottom];
	const room = height / Math.max(1, lines.length) / leading;
	const size = defaultAppearanceData?.fontSize || Math.max(smallest, Math.min(largest, room));
	const [sin, cos] = [Math.sin((rotation * Math.PI) / 180), Math.cos((rotation * Math.PI) / 180)];
	// The corner that is the lower left one once the text is turned upright.
	const corner = { x: cos - sin > 0 ? left : right, y: cos + sin > 0 ? bottom : top };
	const isUpright = rotation === 0 && textPosition;
	const last = isUpright ? (textPosition[1] ?? 0) : (height - size * leading * lines.length) / 2 + inset * size;
	const start = isUpright ? Math.max(0, textPosition[0] ?? 0) : inset * size;
	return lines.flatMap((str, at) => {
		if (str.trim() === '') return [];
		const up = last + (lines.length - 1 - at) * size * leading;
		return {
			// However near it stands to the words before it, it is apart from them.
			str: ` ${str}`,
			dir: /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(str) ? 'rtl' : 'ltr',
			width: Math.min(width, str.length * size * letterWidth),
			height: size,
			transform: [
				size * cos,
				size * sin,
				-size * sin,
				size * cos,
				corner.x + start * cos - up * sin,
				corner.y + start * sin + up * cos,
			],
		};
	});
}
