import type { MarkKind } from '#shared/domain/block.ts';
import { marks } from './rtf-controls.ts';
import type { ParagraphShape, RtfFlow } from './rtf-flow.ts';

/** Where text goes: into running text, or into words that are used when their group ends; null: nowhere. */
export type Target = { kind: 'flow'; flow: RtfFlow } | { kind: 'words'; words: string } | null;

/** What a group inherits from the one around it, and gives back at its end. */
export interface Group {
	target: Target;
	/** Called at the end of the group. */
	end: (() => void) | null;
	/** Called at the beginning of each group within it. */
	inner: (() => void) | null;
	/** Bytes that stand for one character after `\u`. */
	fallbackLength: number;
	font: number | null;
	marks: ReadonlySet<MarkKind>;
	isHidden: boolean;
	isDeleted: boolean;
	/** Of the field that the text is the result of; shared by the groups of that field. */
	field: { href: string | null } | null;
	style: number;
	outline: number | null;
	listLevel: number;
	isInTable: boolean;
}

const noMarks: ReadonlySet<MarkKind> = new Set();
const plainParagraph = { style: 0, outline: null, listLevel: 1, isInTable: false };
const deepestList = 9;

export function outermostGroup(flow: RtfFlow): Group {
	return {
		...{ target: { kind: 'flow', flow }, end: null, inner: null, fallbackLength: 1 },
		...{ font: null, marks: noMarks, isHidden: false, isDeleted: false, field: null },
		...plainParagraph,
	};
}

/** Turns a group to another text, which knows nothing of the looks of that around it. */
export function turnTo(group: Group, flow: RtfFlow): void {
	Object.assign(group, { target: { kind: 'flow', flow }, marks: noMarks, field: null, ...plainParagraph });
}

/** Sets what a control says of the text or paragraph from here to the end of the group; false for all other controls. */
export function setProperty(group: Group, word: string, parameter: number | null): boolean {
	const property = properties.get(word);
	const mark = marks.get(word);
	if (mark) setMark(group, mark, parameter !== 0);
	else if (property) property(group, parameter);
	else return false;
	return true;
}

const properties = new Map<string, (group: Group, parameter: number | null) => void>(
	Object.entries({
		uc: (group: Group, parameter: number | null) => {
			group.fallbackLength = Math.max(0, parameter ?? 1);
		},
		f: (group: Group, parameter: number | null) => {
			group.font = parameter ?? 0;
		},
		plain: (group: Group) =>
			void Object.assign(group, { marks: noMarks, isHidden: false, isDeleted: false, font: null }),
		// Deleted text under tracked changes is no text of the document, nor is what it hides.
		v: (group: Group, parameter: number | null) => {
			group.isHidden = parameter !== 0;
		},
		deleted: (group: Group, parameter: number | null) => {
			group.isDeleted = parameter !== 0;
		},
		ulnone: (group: Group) => setMark(group, 'underline', false),
		nosupersub: (group: Group) => {
			setMark(group, 'superscript', false);
			setMark(group, 'subscript', false);
		},
		pard: (group: Group) => void Object.assign(group, plainParagraph),
		s: (group: Group, parameter: number | null) => {
			group.style = parameter ?? 0;
		},
		outlinelevel: (group: Group, parameter: number | null) => {
			group.outline = parameter ?? 0;
		},
		ilvl: (group: Group, parameter: number | null) => {
			group.listLevel = Math.min(deepestList, Math.max(1, (parameter ?? 0) + 1));
		},
		intbl: (group: Group) => {
			group.isInTable = true;
		},
		itap: (group: Group, parameter: number | null) => {
			group.isInTable = (parameter ?? 0) > 0;
		},
	}),
);

function setMark(group: Group, mark: MarkKind, isOn: boolean): void {
	const changed = new Set(group.marks);
	if (isOn) changed.add(mark);
	else changed.delete(mark);
	group.marks = changed;
}

/** What a paragraph that ends in this group is. @param headings levels of headings by the number of the style */
export function shapeOf(group: Group, headings: ReadonlyMap<number, number>): ParagraphShape {
	const { outline, style, listLevel, isInTable } = group;
	const level = outline === null ? (headings.get(style) ?? 0) : outline + 1;
	return { headingLevel: level > 6 ? 0 : level, listLevel, isInTable };
}
