import { afterPaint } from './after-paint.ts';
import { bundlesIn, childrenOf, firstNot, ordinalOf, passagesBefore, passagesIn } from './passage-dom.ts';

export interface NearPassages {
	/** Tells again, for sections whose passages were drawn meanwhile. */
	refresh(): void;
	stop(): void;
}

/** Of the height of the page: so far above and below it, marks are ready before they are scrolled to. */
export const nearMargin = '100% 0px';

/**
 * Tells the ordinals of the passages that are drawn and in sight or near it, now and whenever others are. Marks on
 * thousands of passages would be looked through with every frame, wherever they stand.
 *
 * Looked for as the page moves, in a few steps: an observer of every section is asked about all of them several times a
 * frame, which took a quarter of the frame of a long text.
 *
 * @param root contains the passages in sections, and scrolls; what stands before the first section is always near.
 */
export function watchNearPassages(root: HTMLElement, tell: (near: ReadonlySet<number>) => void): NearPassages {
	let sections: readonly HTMLElement[] = [];
	let callOff: (() => void) | undefined;
	const say = () => {
		const near = new Set(passagesBefore(root).map(ordinalOf));
		for (const section of sections) for (const passage of passagesIn(section)) near.add(ordinalOf(passage));
		tell(near);
	};
	const look = () => {
		// Behind a tab nothing can be measured.
		if (root.clientHeight === 0) return;
		const found = sectionsNear(root);
		const isSame = found.length === sections.length && found[0] === sections[0];
		sections = found;
		if (!isSame) say();
	};
	const soon = () => {
		callOff ??= afterPaint(() => {
			callOff = undefined;
			look();
		});
	};
	const resized = new ResizeObserver(soon);
	resized.observe(root);
	for (const child of root.children) resized.observe(child);
	root.addEventListener('scroll', soon, { passive: true });
	return {
		refresh: say,
		stop() {
			callOff?.();
			resized.disconnect();
			root.removeEventListener('scroll', soon);
		},
	};
}

/** Those in sight or no further from it than `nearMargin`. */
function sectionsNear(root: HTMLElement): HTMLElement[] {
	const { top, bottom, height } = root.getBoundingClientRect();
	const between = (elements: readonly HTMLElement[]) => {
		const first = firstNot(elements, (element) => element.getBoundingClientRect().bottom <= top - height);
		const end = firstNot(elements, (element) => element.getBoundingClientRect().top < bottom + height);
		return elements.slice(first, end);
	};
	return between(between(bundlesIn(root)).flatMap(childrenOf));
}
