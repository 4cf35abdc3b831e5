import {
	bundlesIn,
	childrenOf,
	firstNot,
	isLaidOut,
	ordinalOf,
	type PassageDom,
	passagesIn,
} from '#renderer/lib/passage-dom.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';

/** Distance of the reading line from the top of the page: what stands above it counts as read. */
export const readingLinePx = 28;

/**
 * The place in the text at the top of the page; null where no text is drawn. To know the line within a passage costs some
 * milliseconds, so where the passage is enough, only that is told (`precision`), with offset 0.
 */
export function placeAtTop(root: HTMLElement, dom: PassageDom, precision: 'passage' | 'line'): TextPoint | null {
	const line = readingLineOf(root);
	const section = sectionAt(root, line);
	const passages = section ? passagesIn(section) : [];
	const passage = firstEndingBelow(passages, line) ?? passages.at(-1);
	if (!passage) return null;
	const ordinal = ordinalOf(passage);
	const box = passage.getBoundingClientRect();
	if (precision === 'passage' || box.top >= line) return { ordinal, offset: 0 };
	const caret = document.caretPositionFromPoint(box.left + 1, line + 1);
	const point = caret && dom.pointAt(caret.offsetNode, caret.offset);
	return point?.ordinal === ordinal ? point : { ordinal, offset: 0 };
}

/**
 * The passage at the top of a page that moves. In what the browser has left aside still it is told from how far down that
 * the line is: to have it laid out for the question alone would cost the frame.
 */
export function passageInMotion(root: HTMLElement): number | null {
	const line = readingLineOf(root);
	let group = firstEndingBelow(bundlesIn(root), line);
	// A section has passages, a part of it may have none.
	for (const within of [childrenOf, partsWithPassages, passagesIn]) {
		const children = group ? within(group) : [];
		const last = children.at(-1);
		if (!group || !last) return null;
		if (!isLaidOut(last)) return passageByShare(group, line);
		group = firstEndingBelow(children, line) ?? last;
	}
	return group ? ordinalOf(group) : null;
}

function partsWithPassages(section: HTMLElement): HTMLElement[] {
	return childrenOf(section).filter((part) => passagesIn(part).length > 0);
}

/** Of what has a box, while nothing in it has: as if all passages were alike. */
function passageByShare(group: HTMLElement, line: number): number | null {
	const passages = passagesIn(group);
	const { top, height } = group.getBoundingClientRect();
	const share = Math.max(0, line - top) / Math.max(1, height);
	const passage = passages[Math.floor(share * passages.length)] ?? passages.at(-1);
	return passage ? ordinalOf(passage) : null;
}

function readingLineOf(root: HTMLElement): number {
	return root.getBoundingClientRect().top + readingLinePx;
}

/** The outer groups first: asking a passage for its box would lay out what the browser has left aside. */
function sectionAt(root: HTMLElement, line: number): HTMLElement | undefined {
	const bundle = firstEndingBelow(bundlesIn(root), line);
	return bundle && firstEndingBelow(childrenOf(bundle), line);
}

/** Scrolls so that the place stands on the reading line; false while its passage is not drawn. */
export function scrollToPlace(root: HTMLElement, dom: PassageDom, { ordinal, offset }: TextPoint): boolean {
	const element = dom.elementOf(ordinal);
	if (!element) return false;
	// First the element, which makes the browser lay it out where it was left aside; then the exact line.
	element.scrollIntoView({ block: 'start', behavior: 'instant' });
	const box = boxOf(dom, { ordinal, offset }) ?? element.getBoundingClientRect();
	root.scrollTop += box.top - root.getBoundingClientRect().top - readingLinePx;
	return true;
}

/** Whether two places of one passage stand on one line, as lines break now. */
export function areOnOneLine(dom: PassageDom, one: TextPoint, other: TextPoint): boolean {
	if (one.ordinal !== other.ordinal) return false;
	const [a, b] = [boxOf(dom, one), boxOf(dom, other)];
	return a !== undefined && b !== undefined && a.top < b.bottom && b.top < a.bottom;
}

function boxOf(dom: PassageDom, { ordinal, offset }: TextPoint): DOMRect | undefined {
	return dom.rangeOf({ ordinal, start: offset, end: offset + 1 })?.getBoundingClientRect();
}

function firstEndingBelow(elements: readonly HTMLElement[], line: number): HTMLElement | undefined {
	return elements[firstNot(elements, (element) => element.getBoundingClientRect().bottom <= line)];
}
