import { type ReactNode, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { create } from 'zustand';

/** Places of the frame that a page may fill. */
export type SlotName = 'inspector' | 'navigation' | 'status';

interface Slots {
	elements: Partial<Record<SlotName, HTMLElement | null>>;
	/** How many components fill each slot now. */
	uses: Partial<Record<SlotName, number>>;
}

/**
 * How a page reaches the panes beside it: the frame puts a `SlotOutlet` in each, and what a page renders inside
 * `<Inspector>`, `<NavigationContents>` or `<StatusText>` appears there through a portal. It stays part of the page in
 * every other way: its state, context and life are the page's. Several may be filled at once; they stand one after another.
 */
export const useSlots = create<Slots>(() => ({ elements: {}, uses: {} }));

export function SlotOutlet({ name, className }: { name: SlotName; className?: string | undefined }) {
	return <div ref={outletRefs[name]} className={className ?? ''} />;
}

/** The pane at the end. */
export function Inspector({ children }: { children: ReactNode }) {
	return <Slot name="inspector">{children}</Slot>;
}

/** Below the navigation's own entries: contents, other editions, facets. */
export function NavigationContents({ children }: { children: ReactNode }) {
	return <Slot name="navigation">{children}</Slot>;
}

/** In the status bar, after the counts: position, minutes left, time taken. */
export function StatusText({ children }: { children: ReactNode }) {
	return <Slot name="status">{children}</Slot>;
}

const outletRefs: Record<SlotName, (element: HTMLElement | null) => void> = {
	inspector: (element) => place('inspector', element),
	navigation: (element) => place('navigation', element),
	status: (element) => place('status', element),
};

function place(name: SlotName, element: HTMLElement | null): void {
	useSlots.setState(({ elements }) => ({ elements: { ...elements, [name]: element } }));
}

function Slot({ name, children }: { name: SlotName; children: ReactNode }) {
	const element = useSlots(({ elements }) => elements[name]);
	useSlotUse(name);
	return element ? createPortal(children, element) : null;
}

function useSlotUse(name: SlotName): void {
	useLayoutEffect(() => {
		countUse(name, 1);
		return () => countUse(name, -1);
	}, [name]);
}

function countUse(name: SlotName, step: 1 | -1): void {
	useSlots.setState(({ uses }) => ({ uses: { ...uses, [name]: (uses[name] ?? 0) + step } }));
}
