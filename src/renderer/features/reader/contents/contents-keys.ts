import type { KeyboardEvent } from 'react';
import { positionAfter } from '#renderer/lib/list-position.ts';
import { useListTypeAhead } from '#renderer/lib/list-type-ahead.ts';
import type { ContentsEntry } from './contents.ts';

interface ContentsKeys {
	entries: readonly ContentsEntry[];
	/** The entry that the keys are at. */
	cursor: number;
	moveTo(index: number): void;
	open(index: number): void;
}

const entriesPerPageKey = 10;

/**
 * The keys of a tree (ARIA APG): arrows up and down, ends and pages; Left to the heading above, Right to the first below;
 * letters to the next heading that begins with them; Enter and Space open.
 */
export function useContentsKeys({ entries, cursor, moveTo, open }: ContentsKeys) {
	const typeAhead = useListTypeAhead(entries, ({ text }) => text);

	function goToTyped(event: KeyboardEvent): void {
		const found = typeAhead.type(event, cursor);
		if (found !== null) moveTo(found);
	}
	/** False when the key means nothing here. */
	function act(event: KeyboardEvent): boolean {
		const target = targetOf(event.key);
		if (target !== null) moveTo(target);
		else if (event.key === 'Enter' || (event.key === ' ' && !typeAhead.goesOn(event))) open(Math.max(cursor, 0));
		else if (event.key.length === 1) goToTyped(event);
		else return false;
		return true;
	}
	function targetOf(key: string): number | null {
		const parent = entries[cursor]?.parent ?? -1;
		if (key === 'ArrowLeft') return parent < 0 ? cursor : parent;
		if (key === 'ArrowRight') return entries[cursor + 1]?.parent === cursor ? cursor + 1 : cursor;
		return positionAfter(key, cursor, { total: entries.length, pageLength: entriesPerPageKey });
	}
	return (event: KeyboardEvent): void => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		if (act(event)) event.preventDefault();
	};
}
