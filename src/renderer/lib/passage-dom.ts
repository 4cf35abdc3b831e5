import type { TextPoint } from '#shared/domain/text-range.ts';

/** On the element that holds a passage's text and nothing else: its ordinal in the edition. */
export const ordinalAttribute = 'data-ordinal';

/** On what groups passages for drawing: the ordinal of its first. */
export const sectionAttribute = 'data-first-ordinal';

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
	/** Looks again for passages when they are asked for next: after some were drawn or taken away. */
	refresh(): void;
	elementOf(ordinal: number): HTMLElement | null;
	/** Ordinals of the passages that are drawn, in order. */
	ordinals(): number[];
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

export function createPassageDom(root: HTMLElement): PassageDom {
	let known: { elements: HTMLElement[]; byOrdinal: Map<number, HTMLElement> } | null = null;

	function passages() {
		if (known) return known;
		const elements = [...root.querySelectorAll<HTMLElement>(`[${ordinalAttribute}]`)];
		known = { elements, byOrdinal: new Map(elements.map((element) => [ordinalOf(element), element])) };
		return known;
	}

	/** Index of the first passage that begins at or after a DOM position: binary search in document order. */
	function indexFrom(node: Node, offset: number): number {
		const { elements } = passages();
		const position = document.createRange();
		position.setStart(node, offset);
		let low = 0;
		let high = elements.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const element = elements[middle];
			if (element && position.comparePoint(element, 0) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
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
		refresh() {
			known = null;
		},
		elementOf: (ordinal) => passages().byOrdinal.get(ordinal) ?? null,
		ordinals: () => [...passages().byOrdinal.keys()],
		rangeOf({ ordinal, start, end }) {
			const element = passages().byOrdinal.get(ordinal);
			return element ? rangeWithin(element, start, end) : null;
		},
		pointAt,
		coveredBy(range) {
			const { elements } = passages();
			const first = elements[indexFrom(range.startContainer, range.startOffset)];
			const last = elements[indexFrom(range.endContainer, range.endOffset) - 1];
			const start = pointAt(range.startContainer, range.startOffset) ?? (first && startPoint(first));
			const end = pointAt(range.endContainer, range.endOffset) ?? (last && endPoint(last));
			if (!start || !end) return null;
			const isForward = start.ordinal < end.ordinal || (start.ordinal === end.ordinal && start.offset < end.offset);
			return isForward ? { start, end } : null;
		},
	};
}

function ordinalOf(element: HTMLElement): number {
	return Number(element.getAttribute(ordinalAttribute));
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
