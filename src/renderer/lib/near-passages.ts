import { ordinalOf, passagesBefore, passagesIn, sectionsIn } from './passage-dom.ts';

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
 * @param root contains the passages in sections, and scrolls; what stands before the first section is always near.
 */
export function watchNearPassages(root: HTMLElement, tell: (near: ReadonlySet<number>) => void): NearPassages {
	const sections = new Set<Element>();
	const say = () => {
		const near = new Set(passagesBefore(root).map(ordinalOf));
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
		{ root, rootMargin: nearMargin },
	);
	for (const section of sectionsIn(root)) observer.observe(section);
	return { refresh: say, stop: () => observer.disconnect() };
}
