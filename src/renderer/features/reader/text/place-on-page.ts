import { firstNot, ordinalOf, type PassageDom, passagesIn, sectionsIn } from '#renderer/lib/passage-dom.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';

/** Distance of the reading line from the top of the page: what stands above it counts as read. */
export const readingLinePx = 28;

/**
 * The place in the text at the top of the page; null where no text is drawn. To know the line within a passage costs some
 * milliseconds, so while the page moves only the passage is told (`precision`), with offset 0.
 */
export function placeAtTop(root: HTMLElement, dom: PassageDom, precision: 'passage' | 'line'): TextPoint | null {
	const line = root.getBoundingClientRect().top + readingLinePx;
	// Sections first: asking a passage for its box would lay out a section that the browser has left aside.
	const section = firstEndingBelow(sectionsIn(root), line);
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
