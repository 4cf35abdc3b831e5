import type { MouseEvent as ReactMouseEvent } from 'react';

/** In CSS pixels from the corner of the window. */
export interface MenuPoint {
	x: number;
	y: number;
}

type MenuEvent = Pick<MouseEvent | ReactMouseEvent, 'target' | 'clientX' | 'clientY'>;

/** What has a menu of its own in every window: a field to paste into, an address to copy. */
const keepers = 'a[href], input, textarea, [contenteditable]';

/** Whether the system's menu says more here than ours would. */
export function belongsToSystem({ target }: Pick<MenuEvent, 'target'>): boolean {
	return target instanceof Element && target.closest(keepers) !== null;
}

/** Whether it was asked for within the very element: what a component puts elsewhere, a dialog or a menu, tells it too. */
export function isAskedWithin({ target, currentTarget }: ReactMouseEvent): boolean {
	return target instanceof Node && currentTarget.contains(target);
}

/** Whether words there are selected, for which the system's menu is asked. */
export function hasSelectedWords(element: Element): boolean {
	const selection = document.getSelection();
	return selection !== null && !selection.isCollapsed && selection.containsNode(element, true);
}

/** Where the menu was asked for. The menu key and Shift+F10 ask too: at what has the focus, as the browser says. */
export function pointOf({ clientX, clientY }: MenuEvent): MenuPoint {
	return { x: clientX, y: clientY };
}

/**
 * Where the menu of a mark in a drawing is asked for: at the pointer, or from the keyboard at the chosen mark, and where this
 * was moved out of sight at the edge that it lies behind.
 * `chosen` is from the corner of the drawing that has the keyboard.
 */
export function markMenuPoint(
	event: ReactMouseEvent,
	chosen: MenuPoint | undefined,
): MenuPoint & { isPointed: boolean } {
	const { pointerType } = event.nativeEvent as Partial<PointerEvent>;
	// Only a press has a button that is held; on a Mac, Ctrl makes the first one the right one. A finger has none.
	if (event.button === 2 || event.ctrlKey || pointerType === 'touch') return { ...pointOf(event), isPointed: true };
	const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
	const within = (at: number, most: number) => Math.min(Math.max(at, 0), most);
	return { x: left + within(chosen?.x ?? 0, width), y: top + within(chosen?.y ?? 0, height), isPointed: false };
}

/**
 * The row that a menu is asked for, of a grid or list that has the focus and points at its current row: the one under
 * the pointer or, from the keyboard, that current one. Rows say their number as `data-index`.
 */
export function askedRow(event: ReactMouseEvent): { index: number; at: MenuPoint } | null {
	const { target, currentTarget } = event;
	const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
	if (pressed) return { index: Number(pressed.dataset.index), at: pointOf(event) };
	// What is not at a row, the head for one, asks for nothing.
	if (target !== currentTarget) return null;
	const current = document.getElementById(currentTarget.getAttribute('aria-activedescendant') ?? '');
	if (!current) return null;
	const { left, right, bottom } = current.getBoundingClientRect();
	return { index: Number(current.dataset.index), at: { x: (left + right) / 2, y: bottom } };
}
