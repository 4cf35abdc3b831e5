import { ordinalAttribute, sectionAttribute } from './passage-dom.ts';

export interface NearPassages {
	/** Tells again, for sections whose passages were drawn meanwhile. */
	refresh(): void;
	stop(): void;
}

/** Of the height of the page: so far above and below it, marks are ready before they are scrolled to. */
const margin = '100% 0px';

/**
 * Tells the ordinals of the passages that are drawn and in sight or near it, now and whenever others are. Marks on
 * thousands of passages would be looked through with every frame, wherever they stand.
 *
 * @param root contains the passages in sections, and scrolls; what stands before the first section is always near.
 */
export function watchNearPassages(root: HTMLElement, tell: (near: ReadonlySet<number>) => void): NearPassages {
	const sections = new Set<Element>();
	const say = () => {
		const near = new Set(before(root));
		for (const section of sections) for (const passage of passagesIn(section)) near.add(ordinalOf(passage));
		tell(near);
	};
	const observer = new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries) {
				if (isIntersecting) sections.add(target);
				else sections.delete(target);
			}
			say();
		},
		{ root, rootMargin: margin },
	);
	for (const section of root.querySelectorAll(`[${sectionAttribute}]`)) observer.observe(section);
	return { refresh: say, stop: () => observer.disconnect() };
}

function* before(root: Element): Iterable<number> {
	for (const passage of passagesIn(root)) {
		if (passage.closest(`[${sectionAttribute}]`)) return;
		yield ordinalOf(passage);
	}
}

function passagesIn(element: Element): NodeListOf<Element> {
	return element.querySelectorAll(`[${ordinalAttribute}]`);
}

function ordinalOf(passage: Element): number {
	return Number(passage.getAttribute(ordinalAttribute));
}
