import type { TextPoint } from '#shared/domain/text-range.ts';

/** On the element that holds a passage's text and nothing else: its ordinal in the edition. */
export const ordinalAttribute = 'data-ordinal';

/** On what groups passages for drawing: the ordinal of its first. */
export const sectionAttribute = 'data-first-ordinal';

/** On what holds sections, and nothing else: the ordinal of its first passage. */
export const bundleAttribute = 'data-bundle-from';

/** A stretch of one passage, in UTF-16 units of its stored text. */
export interface PassagePart {
	ordinal: number;
	start: number;
	end: number;
}

/**
 * Joins the stored text and the document: places in the one to places in the other. It holds because a passage's
 * element contains exactly its stored text, cut into text nodes by inline elements.
 */
export interface PassageDom {
	/** Null while that passage is not drawn. */
	elementOf(ordinal: number): HTMLElement | null;
	/** A DOM range over a part of a passage; null while that passage is not drawn. */
	rangeOf(part: PassagePart): Range | null;
	/** The place in the text where a DOM position stands; null outside of passages. */
	pointAt(node: Node, offset: number): TextPoint | null;
	/**
	 * What of the text a DOM range covers, whatever its ends stand in: margins, gaps between passages, other parts of
	 * the page. Null when it covers none of it.
	 */
	coveredBy(range: Range): { start: TextPoint; end: TextPoint } | null;
}

/** The bundles of sections, in order: siblings, so that what is in them need not be looked through. */
export function bundlesIn(root: Element): HTMLElement[] {
	const siblings = root.querySelector(`[${bundleAttribute}]`)?.parentElement?.children ?? [];
	return ([...siblings] as HTMLElement[]).filter((element) => element.hasAttribute(bundleAttribute));
}

/** The groups of passages, in order. */
export function sectionsIn(root: Element): HTMLElement[] {
	return bundlesIn(root).flatMap(childrenOf);
}

/** Of a bundle its sections, of a section its parts. */
export function childrenOf(element: Element): HTMLElement[] {
	return [...element.children] as HTMLElement[];
}

/** False in what the browser has left aside (`content-visibility`): there, to ask for a box means to lay it out. */
export function isLaidOut(element: Element): boolean {
	return element.checkVisibility({ contentVisibilityAuto: true });
}

export function passagesIn(element: Element): HTMLElement[] {
	return [...element.querySelectorAll<HTMLElement>(`[${ordinalAttribute}]`)];
}

/** Passages that stand before all sections, as a title does. */
export function passagesBefore(root: Element): HTMLElement[] {
	const found: HTMLElement[] = [];
	let sibling = root.querySelector(`[${bundleAttribute}]`)?.previousElementSibling;
	for (; sibling; sibling = sibling.previousElementSibling) found.unshift(...passagesIn(sibling));
	return found;
}

/** Where the first of some things in order is that is not `before`; their number where all are. */
export function firstNot<T>(things: readonly T[], before: (thing: T) => boolean): number {
	let low = 0;
	let high = things.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (before(things[middle] as T)) low = middle + 1;
		else high = middle;
	}
	return low;
}

export function createPassageDom(root: HTMLElement): PassageDom {
	const known = new Map<number, HTMLElement>();

	/** Looks through one section alone: a long text has a hundred thousand elements. */
	function elementOf(ordinal: number): HTMLElement | null {
		const before = known.get(ordinal);
		if (before?.isConnected) return before;
		const sections = sectionsIn(root);
		const section = sections[firstNot(sections, (each) => firstOrdinalOf(each) <= ordinal) - 1];
		const passages = section ? passagesIn(section) : passagesBefore(root);
		const found = passages.find((element) => ordinalOf(element) === ordinal);
		if (found) known.set(ordinal, found);
		return found ?? null;
	}

	/** Index of the first passage that begins at or after a DOM position. */
	function indexFrom(passages: readonly HTMLElement[], node: Node, offset: number): number {
		const position = document.createRange();
		position.setStart(node, offset);
		return firstNot(passages, (element) => position.comparePoint(element, 0) < 0);
	}

	function pointAt(node: Node, offset: number): TextPoint | null {
		const near = node instanceof Element ? node : node.parentElement;
		const element = near?.closest<HTMLElement>(`[${ordinalAttribute}]`);
		if (!element || !root.contains(element)) return null;
		const before = document.createRange();
		before.setStart(element, 0);
		before.setEnd(node, offset);
		return { ordinal: ordinalOf(element), offset: before.toString().length };
	}

	return {
		elementOf,
		rangeOf({ ordinal, start, end }) {
			const element = elementOf(ordinal);
			return element ? rangeWithin(element, start, end) : null;
		},
		pointAt,
		coveredBy(range) {
			const passages = passagesIn(root);
			const first = passages[indexFrom(passages, range.startContainer, range.startOffset)];
			const last = passages[indexFrom(passages, range.endContainer, range.endOffset) - 1];
			const start = pointAt(range.startContainer, range.startOffset) ?? (first && startPoint(first));
			const end = pointAt(range.endContainer, range.endOffset) ?? (last && endPoint(last));
			if (!start || !end) return null;
			const isForward = start.ordinal < end.ordinal || (start.ordinal === end.ordinal && start.offset < end.offset);
			return isForward ? { start, end } : null;
		},
	};
}

export function ordinalOf(element: Element): number {
	return Number(element.getAttribute(ordinalAttribute));
}

/** Of a section or a bundle. */
export function firstOrdinalOf(group: Element): number {
	return Number(group.getAttribute(sectionAttribute) ?? group.getAttribute(bundleAttribute));
}

function startPoint(element: HTMLElement): TextPoint {
	return { ordinal: ordinalOf(element), offset: 0 };
}

function endPoint(element: HTMLElement): TextPoint {
	return { ordinal: ordinalOf(element), offset: element.textContent?.length ?? 0 };
}

function rangeWithin(element: HTMLElement, start: number, end: number): Range | null {
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	const range = document.createRange();
	let hasStart = false;
	let passed = 0;
	for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
		const next = passed + node.length;
		// At a seam the start belongs to the node after it and the end to the node before it, so that neither takes in an empty box.
		if (!hasStart && start < next) {
			range.setStart(node, start - passed);
			hasStart = true;
		}
		if (hasStart && end <= next) {
			range.setEnd(node, end - passed);
			return range;
		}
		passed = next;
	}
	return null;
}
