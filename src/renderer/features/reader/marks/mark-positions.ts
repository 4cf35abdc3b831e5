import { bundlesIn, childrenOf, firstNot, firstOrdinalOf, isLaidOut } from '#renderer/lib/passage-dom.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';

/** What a block adds to the height of its section beside its characters: the space around it. */
const blockWeight = 60;

/** A section of the text as it stands on the page, or a bundle of them that is not laid out: the browser keeps its height. */
export interface SectionBox {
	firstOrdinal: number;
	/** In CSS pixels from the top of the text. */
	topPx: number;
	heightPx: number;
}

export function sectionBoxes(root: HTMLElement): SectionBox[] {
	const top = root.getBoundingClientRect().top - root.scrollTop;
	const groups = bundlesIn(root).flatMap((bundle) => {
		const sections = childrenOf(bundle);
		return sections[0] && isLaidOut(sections[0]) ? sections : [bundle];
	});
	return groups.map((element) => {
		const box = element.getBoundingClientRect();
		return { firstOrdinal: firstOrdinalOf(element), topPx: box.top - top, heightPx: box.height };
	});
}

/**
 * How far down a text its places stand, in CSS pixels: exact to the box, within it by how much text stands before. To ask
 * each passage would lay out the whole text.
 */
export function placeHeights(
	boxes: readonly SectionBox[],
	blocks: readonly StoredBlock[],
): (place: TextPoint) => number {
	const before = weightsBefore(blocks);
	return ({ ordinal, offset }) => {
		const at = lastBeginning(boxes, ordinal);
		const box = boxes[at];
		if (!box) return 0;
		const from = before[box.firstOrdinal] ?? 0;
		const end = before[boxes[at + 1]?.firstOrdinal ?? blocks.length] ?? from;
		const share = end > from ? ((before[ordinal] ?? from) + offset - from) / (end - from) : 0;
		return box.topPx + Math.min(1, share) * box.heightPx;
	};
}

/** Of all blocks before each; one more than there are blocks. */
function weightsBefore(blocks: readonly StoredBlock[]): number[] {
	const before = [0];
	for (const { text } of blocks) before.push((before.at(-1) ?? 0) + text.length + blockWeight);
	return before;
}

/** The last section that begins at or before an ordinal; -1 where all begin behind it. */
function lastBeginning(boxes: readonly SectionBox[], ordinal: number): number {
	return firstNot(boxes, ({ firstOrdinal }) => firstOrdinal <= ordinal) - 1;
}
