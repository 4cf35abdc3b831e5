import { useEffect, useRef } from 'react';

/** What has a Ctrl+A of its own, or lies over the page. */
const others = 'input, textarea, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]';

/** Whether Ctrl+A was pressed: by its letter, and where the keyboard has none of Latin, by its key. */
export function isSelectAll(
	event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
) {
	const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
	const isA = /^[a-z]$/i.test(key) ? key.toLowerCase() === 'a' : code === 'KeyA';
	return isA && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

/**
 * Ctrl+A means the list of a page wherever on the page the keyboard is: at a button above the list or at nothing the
 * browser would mark the words of the whole window.
 */
export function useSelectAll(selectAll: () => void): void {
	const latest = useRef(selectAll);
	latest.current = selectAll;
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			if (!isSelectAll(event) || event.defaultPrevented) return;
			const at = event.target as Element;
			if (at.closest(others) || (at !== document.body && !at.closest('#main'))) return;
			event.preventDefault();
			latest.current();
		};
		document.addEventListener('keydown', press);
		return () => document.removeEventListener('keydown', press);
	}, []);
}
