import { create } from 'zustand';
import type { MenuPoint } from '#renderer/ui/context-menu.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Holding } from '#shared/domain/record.ts';

export type SortColumn = 'title' | 'kind' | 'date' | 'language' | 'holding' | 'notes';

/** `none`: held, but without text that can be read. `absent`: not held, so that there is nothing to read. */
export type TextState = 'text' | 'none' | 'absent';

/** What narrows the list; an empty set lets everything through. */
export interface LibraryFilter {
	kinds: ReadonlySet<string>;
	languages: ReadonlySet<string>;
	holdings: ReadonlySet<Holding>;
	texts: ReadonlySet<TextState>;
	fromYear: number | null;
	toYear: number | null;
}

interface Library {
	filter: LibraryFilter;
	sort: { column: SortColumn; isDescending: boolean };
	/** The rows that actions are for. */
	selectedIds: ReadonlySet<RecordId>;
	/** The row that has the keyboard. */
	currentId: RecordId | null;
	/** Where a range selection began. */
	anchorId: RecordId | null;
	/** Where the menu of the chosen rows was asked for; null while it is closed. */
	menuAt: MenuPoint | null;
	/** What is shown of the chosen record: it stays while one goes down the list. */
	tab: RecordTabId;
}

export type RecordTabId = 'record' | 'provenance' | 'links';

export const emptyFilter: LibraryFilter = {
	kinds: new Set(),
	languages: new Set(),
	holdings: new Set(),
	texts: new Set(),
	fromYear: null,
	toYear: null,
};

/** What the library shows and what is chosen in it; kept while the window is open, so that Back finds it again. */
export const useLibrary = create<Library>(() => ({
	filter: emptyFilter,
	// What can be read comes first.
	sort: { column: 'holding', isDescending: false },
	selectedIds: new Set(),
	currentId: null,
	anchorId: null,
	menuAt: null,
	tab: 'record',
}));

/** The one record that is chosen or, with none chosen, that has the keyboard; null where several are. */
export function onlyRecord({ selectedIds, currentId }: Library): RecordId | null {
	return selectedIds.size > 1 ? null : ([...selectedIds][0] ?? currentId);
}

export function setFilter(change: Partial<LibraryFilter>): void {
	useLibrary.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

/** The same column again turns the order round. */
export function sortBy(column: SortColumn): void {
	useLibrary.setState(({ sort }) => ({
		sort: { column, isDescending: sort.column === column ? !sort.isDescending : column === 'notes' },
	}));
}

export function selectOnly(id: RecordId | null): void {
	useLibrary.setState({ selectedIds: new Set(id ? [id] : []), currentId: id, anchorId: id });
}

export function toggleSelected(id: RecordId): void {
	useLibrary.setState(({ selectedIds }) => {
		const next = new Set(selectedIds);
		if (!next.delete(id)) next.add(id);
		return { selectedIds: next, currentId: id, anchorId: id };
	});
}

export function selectAll(records: readonly { id: RecordId }[]): void {
	useLibrary.setState({ selectedIds: new Set(records.map(({ id }) => id)) });
}

/** From the anchor to `id`, in the order that is shown. */
export function selectRange(id: RecordId, order: readonly RecordId[]): void {
	useLibrary.setState(({ anchorId }) => {
		const from = order.indexOf(anchorId ?? id);
		const to = order.indexOf(id);
		const range = order.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1);
		return { selectedIds: new Set(range), currentId: id, anchorId: anchorId ?? id };
	});
}
