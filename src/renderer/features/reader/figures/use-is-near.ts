import { type RefObject, useEffect, useState } from 'react';

/** So far from the screen a picture begins to come: a screen above and below. */
const nearMargin = '100% 0px';

/** On what scrolls pictures and is no text. */
export const scrollsPicturesAttribute = 'data-scrolls-pictures';

type Listener = (isNear: boolean) => void;

/** One observer for all pictures of what scrolls. */
const observers = new WeakMap<Element, { observer: IntersectionObserver; listeners: Map<Element, Listener> }>();

/** Whether an element is on the screen of its text or near it. */
export function useIsNear(element: RefObject<HTMLElement | null>): boolean {
	const [isNear, setIsNear] = useState(false);
	useEffect(() => {
		const watched = element.current;
		const root = watched?.closest(`article, [${scrollsPicturesAttribute}]`);
		if (!watched || !root) return;
		const { observer, listeners } = observerOf(root);
		listeners.set(watched, setIsNear);
		observer.observe(watched);
		return () => {
			observer.unobserve(watched);
			listeners.delete(watched);
		};
	}, [element]);
	return isNear;
}

function observerOf(root: Element) {
	const known = observers.get(root);
	if (known) return known;
	const listeners = new Map<Element, Listener>();
	const observer = new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
		},
		{ root, rootMargin: nearMargin },
	);
	const made = { observer, listeners };
	observers.set(root, made);
	return made;
}
