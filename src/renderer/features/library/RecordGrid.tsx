// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be placed row by row, so the roles are said outright
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row (aria-activedescendant)
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useRef } from 'react';
import { runCommand } from '#renderer/lib/commands.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { narrowWindow } from '#renderer/lib/media-query.ts';
import { observedHeight, observeRoom, scrollOnceShown } from '#renderer/lib/observed-size.ts';
import { useSelectAll } from '#renderer/lib/select-all.ts';
import { askedRow } from '#renderer/ui/context-menu.ts';
import grid from '#renderer/ui/grid.module.css';
import { gridHeadPx } from '#renderer/ui/grid-head.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { GridHead } from './GridHead.tsx';
import { useGridKeys } from './grid-keys.ts';
import { selectAll, selectOnly, selectRange, toggleSelected, useLibrary } from './library-store.ts';
import { RecordRow, rowDomId } from './RecordRow.tsx';

const rowHeightPx = 58;
const rowsBeyond = 8;

interface RecordGridProps {
	records: readonly RecordSummary[];
	isLoading: boolean;
	/** Whether anything can be done with several together; where not, no empty menu is opened. */
	hasMenuOfSeveral: boolean;
}

/**
 * The table of records. Only the rows in view exist in the document, so that ten thousand cost what thirty do; the grid
 * itself has the focus and points at its current row, which is always among them.
 */
export function RecordGrid({ records, isLoading, hasMenuOfSeveral }: RecordGridProps) {
	const scroll = useRef<HTMLDivElement>(null);
	const { selectedIds, currentId } = useLibrary();
	const openRecord = useOpenRecord();
	const virtual = useVirtualizer({
		count: records.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => rowHeightPx,
		measureElement: observedHeight,
		observeElementRect: observeRoom,
		scrollToFn: scrollOnceShown,
		overscan: rowsBeyond,
		scrollPaddingEnd: gridHeadPx,
		// Until it is measured: otherwise all that surrounds the rows is laid out once without any and once again with them.
		initialRect: { width: window.innerWidth, height: window.innerHeight },
		getItemKey: (index) => records[index]?.id ?? index,
	});
	const currentIndex = records.findIndex(({ id }) => id === currentId);
	const press = useGridKeys({ records, openRecord, pageLength: () => virtual.getVirtualItems().length - rowsBeyond });
	useSelectAll(() => selectAll(records));
	useEffect(() => {
		if (currentIndex >= 0) virtual.scrollToIndex(currentIndex, { align: 'auto' });
	}, [currentIndex, virtual]);

	function choose(event: MouseEvent, id: RecordId): void {
		if (event.shiftKey)
			selectRange(
				id,
				records.map((record) => record.id),
			);
		else if (event.ctrlKey || event.metaKey) toggleSelected(id);
		else {
			selectOnly(id);
			if (window.matchMedia(narrowWindow).matches) runCommand('pane.inspector');
		}
	}

	/** On a row that is not among the chosen ones, the menu is of that one alone. */
	function ask(event: MouseEvent): void {
		const asked = askedRow(event);
		const record = asked && records[asked.index];
		if (!asked || !record) return;
		if (selectedIds.size > 1 && selectedIds.has(record.id) && !hasMenuOfSeveral) return;
		event.preventDefault();
		if (!selectedIds.has(record.id)) selectOnly(record.id);
		useLibrary.setState({ menuAt: asked.at });
	}

	return (
		<div ref={scroll} className={grid.scroll}>
			<div
				// Back from a record: the keys go on from its row.
				ref={currentIndex >= 0 ? focusIfLost : null}
				role="grid"
				data-takes-focus={currentIndex >= 0 ? '' : undefined}
				className={grid.grid}
				aria-label={message('library.title')}
				aria-multiselectable="true"
				aria-rowcount={records.length + 1}
				aria-busy={isLoading}
				aria-activedescendant={currentIndex >= 0 ? rowDomId(records[currentIndex]?.id) : undefined}
				tabIndex={0}
				onKeyDown={press}
				onContextMenu={ask}
			>
				<GridHead />
				<div role="rowgroup" className={grid.rows} style={{ blockSize: virtual.getTotalSize() }}>
					{virtual.getVirtualItems().map(({ index, key, start }) => {
						const record = records[index];
						return record ? (
							<RecordRow
								key={key}
								ref={virtual.measureElement}
								record={record}
								index={index}
								startPx={start}
								isSelected={selectedIds.has(record.id)}
								isCurrent={record.id === currentId}
								onChoose={choose}
								onOpen={openRecord}
							/>
						) : null;
					})}
				</div>
			</div>
		</div>
	);
}

function useOpenRecord(): (id: RecordId) => void {
	const navigate = useNavigate();
	return (recordId) =>
		void navigate({ to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}', params: { recordId } });
}
