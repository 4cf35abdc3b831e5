import { type KeyboardEvent, useRef } from 'react';

interface ListTypeAhead {
	/** Takes a letter; the index of the entry that is meant now, null where none begins with what was typed. */
	type(event: KeyboardEvent, cursor: number): number | null;
	/** Whether the key still belongs to the letters before it. */
	goesOn(event: KeyboardEvent): boolean;
}

/** Letters typed within this time of seeing what the last one found belong together. */
const restMs = 700;

/**
 * Type-ahead in a list (ARIA APG, Listbox): goes to the next entry that begins with what was typed, whatever its case,
 * around the end. The rest is counted from the frame that showed the last find, so that a list which is slow to draw
 * does not cut words in two.
 */
export function useListTypeAhead<T>(entries: readonly T[], textOf: (entry: T) => string): ListTypeAhead {
	const typed = useRef({ text: '', shownAtMs: Number.NEGATIVE_INFINITY });
	const goesOn = (event: KeyboardEvent) => event.timeStamp - typed.current.shownAtMs <= restMs;
	return {
		goesOn,
		type(event, cursor) {
			const isFirst = !goesOn(event);
			const now = { text: (isFirst ? '' : typed.current.text) + event.key, shownAtMs: event.timeStamp };
			typed.current = now;
			requestAnimationFrame(() => {
				now.shownAtMs = performance.now();
			});
			return nextThatBegins(entries, textOf, now.text, isFirst ? cursor + 1 : Math.max(cursor, 0));
		},
	};
}

function nextThatBegins<T>(
	entries: readonly T[],
	textOf: (entry: T) => string,
	typed: string,
	from: number,
): number | null {
	const wanted = typed.toLocaleLowerCase();
	const beginsSo = (entry: T) => textOf(entry).toLocaleLowerCase().startsWith(wanted);
	for (let step = 0; step < entries.length; step += 1) {
		const at = (from + step) % entries.length;
		if (beginsSo(entries[at] as T)) return at;
	}
	return null;
}
