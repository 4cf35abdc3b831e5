import type { KeyboardEvent } from 'react';
import { runCommand } from '#renderer/lib/commands.ts';
import { positionAfter } from '#renderer/lib/list-position.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { ListedName } from './listed-names.ts';
import { selectRange, toggleSelected, useNames } from './names-store.ts';

interface NameKeys {
	names: readonly ListedName[];
	currentId: NameId | undefined;
	/** Shows a name, and chooses it alone. */
	show(id: NameId): void;
	/** Goes to its details. */
	enter(): void;
}

const namesPerPageKey = 10;

/** The keys of the list: arrows (with Shift for a range, with Ctrl to go without choosing), pages, ends, Space, Enter, Delete. */
export function useNameKeys({ names, currentId, show, enter }: NameKeys) {
	const isKnown = useNames(({ filter }) => filter === 'known');

	function moveTo(place: number, { shiftKey, ctrlKey, metaKey }: KeyboardEvent): void {
		const name = names[place];
		if (!name) return;
		if (shiftKey && !isKnown) selectRange(name.id, names);
		else if (ctrlKey || metaKey) useNames.setState({ cursorId: name.id });
		else show(name.id);
	}
	/** False when the key means nothing here. */
	function act(event: KeyboardEvent): boolean {
		const cursorId = useNames.getState().cursorId ?? currentId;
		const at = names.findIndex(({ id }) => id === cursorId);
		const target = positionAfter(event.key, at, { total: names.length, pageLength: namesPerPageKey });
		if (target !== null) moveTo(target, event);
		else if (event.key === ' ') cursorId && !isKnown && toggleSelected(cursorId, currentId);
		else if (event.key === 'Enter') enter();
		else if (event.key === 'Delete') runCommand('names.remove');
		else return false;
		return true;
	}
	return (event: KeyboardEvent): void => {
		if (act(event)) event.preventDefault();
	};
}
