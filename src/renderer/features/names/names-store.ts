import { create } from 'zustand';
import type { NameId } from '#shared/domain/ids.ts';
import type { ListedName, NameFilter } from './listed-names.ts';

export type NameDialog = 'new' | 'merge' | 'split' | 'remove';

interface NamesState {
	filter: NameFilter;
	/** What was typed to narrow the list. */
	typed: string;
	/** Several are chosen to be merged or removed; the one that is shown is in the address. */
	selectedIds: ReadonlySet<NameId>;
	/** Where a range began. */
	anchorId: NameId | null;
	/** The line that the keys act on. */
	cursorId: NameId | null;
	dialog: NameDialog | null;
}

/** What the page of names shows and what is chosen in it; kept while the window is open, so that Back finds it again. */
export const useNames = create<NamesState>(() => ({
	filter: 'all',
	typed: '',
	selectedIds: new Set(),
	anchorId: null,
	cursorId: null,
	dialog: null,
}));

export function openDialog(dialog: NameDialog | null): void {
	useNames.setState({ dialog });
}

/** What the page shows over itself as soon as it is there. */
export function askForNewName(): void {
	openDialog('new');
}

/** Another list has other names: what was chosen of this one is not in it. */
export function setFilter(filter: NameFilter): void {
	useNames.setState({ filter, selectedIds: new Set(), anchorId: null, cursorId: null });
}

export function selectOnly(id: NameId): void {
	useNames.setState({ selectedIds: new Set([id]), anchorId: id, cursorId: id });
}

/** @param current the name that is shown: it is chosen when nothing else was yet */
export function toggleSelected(id: NameId, current: NameId | undefined): void {
	useNames.setState(({ selectedIds }) => {
		const next = new Set(selectedIds.size > 0 || !current ? selectedIds : [current]);
		if (!next.delete(id)) next.add(id);
		return { selectedIds: next, anchorId: id, cursorId: id };
	});
}

/** From the anchor to `id`, in the order that is shown. */
export function selectRange(id: NameId, order: readonly ListedName[]): void {
	useNames.setState(({ anchorId }) => {
		const place = (wanted: NameId) => order.findIndex((name) => name.id === wanted);
		const [from, to] = [place(anchorId ?? id), place(id)];
		const range = order.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1);
		return { selectedIds: new Set(range.map((name) => name.id)), anchorId: anchorId ?? id, cursorId: id };
	});
}
