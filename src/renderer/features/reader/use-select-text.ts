import { useEffect } from 'react';

/** Ctrl+A takes the text, not the window around it: from within the text, and while nothing else has the focus. */
export function useSelectText(root: HTMLElement): void {
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
			if (key.toLowerCase() !== 'a' || !(ctrlKey || metaKey) || altKey || shiftKey || event.defaultPrevented) return;
			if (target !== document.body && !root.contains(target as Node)) return;
			event.preventDefault();
			// Sections that are drawn later come to lie between the same ends.
			getSelection()?.selectAllChildren(root);
		};
		document.addEventListener('keydown', press);
		return () => document.removeEventListener('keydown', press);
	}, [root]);
}
