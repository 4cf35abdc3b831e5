import type { KeyboardEvent } from 'react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { positionAfter } from '#renderer/lib/list-position.ts';
import { useListTypeAhead } from '#renderer/lib/list-type-ahead.ts';
import { isSelectAll } from '#renderer/lib/select-all.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { selectAll, selectOnly, selectRange, toggleSelected, useLibrary } from './library-store.ts';
import { moveToBin } from './record-mutations.ts';

interface GridKeys {
	records: readonly RecordSummary[];
	openRecord(id: RecordId): void;
	/** Rows to go by Page Up and Page Down. */
	pageLength(): number;
}

/** The keys of the table: arrows with Shift and Ctrl, pages, ends, Space, Enter, Delete, and typing a title's start. */
export function useGridKeys({ records, openRecord, pageLength }: GridKeys) {
	const isReadOnly = useIsReadOnly();
	const typeAhead = useListTypeAhead(records, ({ title }) => title);

	function moveTo(index: number, event: KeyboardEvent): void {
		const record = records[index];
		if (!record) return;
		if (event.shiftKey)
			selectRange(
				record.id,
				records.map(({ id }) => id),
			);
		else if (event.ctrlKey || event.metaKey) useLibrary.setState({ currentId: record.id });
		else selectOnly(record.id);
	}

	function goToTyped(event: KeyboardEvent, current: number): void {
		const found = typeAhead.type(event, current);
		const record = found === null ? undefined : records[found];
		if (record) selectOnly(record.id);
	}

	/** False when the key means nothing here. */
	function act(event: KeyboardEvent, current: number): boolean {
		const { currentId, selectedIds } = useLibrary.getState();
		const target = positionAfter(event.key, current, { total: records.length, pageLength: pageLength() });
		if (target !== null) moveTo(target, event);
		else if (event.key === 'Escape') selectOnly(null);
		else if (event.key === 'Enter') currentId && openRecord(currentId);
		else if (event.key === ' ') currentId && toggleSelected(currentId);
		else if (event.key === 'Delete') !isReadOnly && selectedIds.size > 0 && moveToBin([...selectedIds]);
		else if (isSelectAll(event)) selectAll(records);
		else return false;
		return true;
	}

	return (event: KeyboardEvent): void => {
		// Keys on the buttons of the head are theirs.
		if (event.target !== event.currentTarget) return;
		const current = records.findIndex(({ id }) => id === useLibrary.getState().currentId);
		const isText = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
		if (isText) goToTyped(event, current);
		else if (!act(event, current)) return;
		event.preventDefault();
	};
}
