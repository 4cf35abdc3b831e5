import { useEffect } from 'react';
import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import { type TextSelection, useAnnotationsView } from './annotations-store.ts';

/** Text that can be selected: the passages of a text, or the words on the pages that it was read from. */
interface SelectableText {
	root: HTMLElement;
	dom: Pick<PassageDom, 'coveredBy'>;
}

/**
 * Follows what is selected of the text. While the pointer is down nothing is said: a selection that is still being made
 * is nobody's yet.
 */
export function useTextSelection({ root, dom }: SelectableText): void {
	useEffect(() => {
		let isPressed = false;
		const publish = (selection: TextSelection | null) => {
			const known = useAnnotationsView.getState().selection;
			// What is selected in another text, beside this one, is that one's to take back.
			if (selection || known?.root === root) useAnnotationsView.setState({ selection });
		};
		const read = () => {
			if (!isPressed) publish(selectionWithin(root, dom));
		};
		const press = () => {
			isPressed = true;
			publish(null);
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
			publish(null);
		};
	}, [root, dom]);
}

function selectionWithin(root: HTMLElement, dom: SelectableText['dom']): TextSelection | null {
	const selection = document.getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const domRange = selection.getRangeAt(0);
	if (!domRange.intersectsNode(root)) return null;
	const covered = dom.coveredBy(domRange);
	return covered && { ...covered, domRange, root };
}
