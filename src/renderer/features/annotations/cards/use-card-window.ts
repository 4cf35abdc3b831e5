import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Some three screens of cards. */
const windowLength = 30;
const stepLength = windowLength / 2;

interface CardWindow {
	/** The first card that is drawn, and the first after the last one. */
	start: number;
	end: number;
	/** Moves the window to a card, if it is not in it. */
	show(index: number): void;
	/** To be put before and after the cards: where one comes into sight, the window moves on. */
	before: RefObject<HTMLLIElement | null>;
	after: RefObject<HTMLLIElement | null>;
}

/**
 * Which of a long list of cards are in the document. Thousands of them would each be looked at with every change, even
 * where they are not painted. As the window moves, what stays drawn keeps its place on the screen (scroll anchoring).
 */
export function useCardWindow(total: number): CardWindow {
	const [wanted, setWanted] = useState(0);
	const start = Math.max(0, Math.min(wanted, total - windowLength));
	const end = Math.min(total, start + windowLength);
	const hasMore = end < total;
	const before = useRef<HTMLLIElement>(null);
	const after = useRef<HTMLLIElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: hasMore says that there is something behind the cards now
	useEffect(() => {
		const observer = new IntersectionObserver((entries) => {
			const seen = entries.find(({ isIntersecting }) => isIntersecting);
			if (seen) setWanted(start + (seen.target === before.current ? -stepLength : stepLength));
		});
		if (before.current) observer.observe(before.current);
		if (after.current) observer.observe(after.current);
		return () => observer.disconnect();
	}, [start, hasMore]);
	const show = useCallback((index: number) => {
		setWanted((from) => (index >= from && index < from + windowLength ? from : index - stepLength));
	}, []);
	return { start, end, show, before, after };
}
