import type { KeyboardEvent } from 'react';

/**
 * For the field over a list that narrows as one types: Enter takes the first of what is found also where none stands ready
 * for it. The component library makes the first ready after typing, and none after pasting.
 */
export function takeFirst(choose: () => void): (event: KeyboardEvent<HTMLInputElement>) => void {
	return ({ key, nativeEvent, currentTarget }) => {
		if (key !== 'Enter' || nativeEvent.isComposing || currentTarget.value.trim() === '') return;
		const list = document.getElementById(currentTarget.getAttribute('aria-controls') ?? '');
		if (list && !list.querySelector('[data-focused]')) choose();
	};
}
