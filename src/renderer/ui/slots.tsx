import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { create } from 'zustand';

/** Places of the frame that a page may fill. */
export type SlotName = 'inspector' | 'navigation' | 'status';

interface Slots {
	/** Whether an outlet is in the document now. */
	placed: Partial<Record<SlotName, boolean>>;
	/** How many components fill each slot now. */
	uses: Partial<Record<SlotName, number>>;
}

/**
 * How a page reaches the panes beside it: the frame puts a `SlotOutlet` in each, and what a page renders inside
 * `<Inspector>`, `<NavigationContents>` or `<StatusText>` appears there through a portal. It stays part of the page in
 * every other way: its state, context and life are the page's. Several may be filled at once; they stand one after another.
 */
export const useSlots = create<Slots>(() => ({ placed: {}, uses: {} }));

/**
 * The slots whose outlet the frame is drawing. What fills them is drawn together with it: were it to wait until the
 * outlet is in the document, the window would be drawn and laid out twice.
 */
export const DrawnSlots = createContext<Partial<Record<SlotName, boolean>>>({});

export function SlotOutlet({ name, className = '' }: { name: SlotName; className?: string | undefined }) {
	const place = useCallback(
		(host: HTMLElement | null) => {
			if (!host) return;
			const content = contentOf(name);
			content.className = className;
			host.append(content);
			setPlaced(name, true);
			return () => {
				content.remove();
				setPlaced(name, false);
			};
		},
		[name, className],
	);
	return <div ref={place} style={{ display: 'contents' }} />;
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

/** What the portals of a slot lead to, whether it is in the document or not. */
const contents: Partial<Record<SlotName, HTMLElement>> = {};

function contentOf(name: SlotName): HTMLElement {
	contents[name] ??= document.createElement('div');
	return contents[name];
}

function setPlaced(name: SlotName, isPlaced: boolean): void {
	useSlots.setState(({ placed }) => ({ placed: { ...placed, [name]: isPlaced } }));
}

function Slot({ name, children }: { name: SlotName; children: ReactNode }) {
	const isDrawn = useContext(DrawnSlots)[name] ?? false;
	const isShown = useSlots(({ placed }) => isDrawn || (placed[name] ?? false));
	useSlotUse(name);
	return isShown ? createPortal(children, contentOf(name)) : null;
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
