import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';

/** On the element of a run of text on a page: the block's ordinal and where in its text the run begins. */
export const runAttribute = 'data-run';

export function runKey(ordinal: number, start: number): string {
	return `${ordinal}:${start}`;
}

/** Joins the stored text and the words on the pages, as `PassageDom` does for the text itself. */
export function createRunDom(root: HTMLElement): Pick<PassageDom, 'coveredBy'> {
	return {
		coveredBy(range) {
			const runs = [...root.querySelectorAll<SVGTextElement>(`[${runAttribute}]`)].filter((run) =>
				coversText(range, run),
			);
			const [first, last] = [runs[0], runs.at(-1)];
			if (!first || !last) return null;
			const start = pointIn(
				first,
				first.contains(range.startContainer) ? offsetIn(first, range.startContainer, range.startOffset) : 0,
			);
			const end = pointIn(
				last,
				last.contains(range.endContainer)
					? offsetIn(last, range.endContainer, range.endOffset)
					: (last.textContent?.length ?? 0),
			);
			// A selection from the bottom up over columns may come to nothing.
			const isForward = start.ordinal < end.ordinal || (start.ordinal === end.ordinal && start.offset < end.offset);
			return isForward ? { start, end } : null;
		},
	};
}

/** Whether at least one letter of a run lies within; an end that only touches it counts for nothing. */
function coversText(range: Range, run: Element): boolean {
	const own = document.createRange();
	own.selectNodeContents(run);
	return (
		range.compareBoundaryPoints(Range.END_TO_START, own) < 0 && range.compareBoundaryPoints(Range.START_TO_END, own) > 0
	);
}

/** A place in the run itself, rather than in its letters, counts children: it is at either end. */
function offsetIn(run: Element, node: Node, offset: number): number {
	if (node !== run) return offset;
	return offset === 0 ? 0 : (run.textContent?.length ?? 0);
}

function pointIn(run: Element, offset: number): TextPoint {
	const [ordinal = 0, start = 0] = (run.getAttribute(runAttribute) ?? '').split(':').map(Number);
	return { ordinal, offset: start + offset };
}
