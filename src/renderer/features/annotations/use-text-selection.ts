import { useEffect, useRef } from 'react';
import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import { type TextSelection, useAnnotationsView } from './annotations-store.ts';

/** Text that can be selected: the passages of a text, or the words on the pages that it was read from. */
interface SelectableText {
	root: HTMLElement;
	dom: Pick<PassageDom, 'coveredBy'>;
}

/** Follows what is selected of the text that is open. */
export function useTextSelection(text: SelectableText): void {
	useSelectionWithin(text, (selection) => {
		const known = useAnnotationsView.getState().selection;
		// What is selected in another text, beside this one, is that one's to take back.
		if (selection || known?.root === text.root) useAnnotationsView.setState({ selection });
	});
}

/**
 * Tells what is selected of a text, null when nothing is. While the pointer is down nothing is said: a selection that is
 * still being made is nobody's yet.
 */
export function useSelectionWithin(
	{ root, dom }: SelectableText,
	onSelect: (selection: TextSelection | null) => void,
): void {
	const latest = useRef(onSelect);
	latest.current = onSelect;
	useEffect(() => {
		let isPressed = false;
		const tell = (selection: TextSelection | null) => latest.current(selection);
		const read = () => {
			if (!isPressed) tell(selectionWithin(root, dom));
		};
		const press = ({ button }: PointerEvent) => {
			// What the right button asks about stays selected.
			if (button !== 0) return;
			isPressed = true;
			tell(null);
		};
		const release = () => {
			if (!isPressed) return;
			isPressed = false;
			// The browser settles a click's selection after the event.
			requestAnimationFrame(read);
		};
		root.addEventListener('pointerdown', press);
		document.addEventListener('pointerup', release);
		document.addEventListener('pointercancel', release);
		document.addEventListener('selectionchange', read);
		return () => {
			root.removeEventListener('pointerdown', press);
			document.removeEventListener('pointerup', release);
			document.removeEventListener('pointercancel', release);
			document.removeEventListener('selectionchange', read);
			tell(null);
		};
	}, [root, dom]);
}

/** What is selected of a text now; null when nothing is. */
export function selectionWithin(root: HTMLElement, dom: SelectableText['dom']): TextSelection | null {
	const selection = document.getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const domRange = selection.getRangeAt(0);
	if (!domRange.intersectsNode(root)) return null;
	const covered = dom.coveredBy(domRange);
	return covered && { ...covered, domRange, root };
}
