// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be placed row by row, so the roles are said outright
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row (aria-activedescendant)
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { positionAfter } from '#renderer/lib/list-position.ts';
import { observedHeight } from '#renderer/lib/observed-size.ts';
import { classes } from '#renderer/ui/classes.ts';
import grid from '#renderer/ui/grid.module.css';
import type { EventContext } from '#shared/chronology/event-context.ts';
import { columnTitle, type TableColumn, tableRow } from '#shared/chronology/event-table.ts';
import { noteWords } from '#shared/chronology/event-words.ts';
import type { PlacedEvent } from '#shared/chronology/placed-events.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './EventTable.module.css';

interface EventTableProps {
	events: readonly PlacedEvent[];
	context: EventContext;
	chosenId: EventId | '';
	onChoose(id: EventId, isOpened: boolean): void;
}

const rowHeightPx = 52;
const rowsBeyond = 6;
const columns = ['when', 'title', 'kind', 'places', 'participants', 'attested'] as const satisfies TableColumn[];

/** The picture in words, one row an event, in the same order. One stop for Tab; the arrows choose. */
export function EventTable({ events, context, chosenId, onChoose }: EventTableProps) {
	const scroll = useRef<HTMLDivElement>(null);
	const chosen = events.findIndex(({ event }) => event.id === chosenId);
	const virtual = useVirtualizer({
		count: events.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => rowHeightPx,
		measureElement: observedHeight,
		overscan: rowsBeyond,
		getItemKey: (index) => events[index]?.event.id ?? index,
	});
	useEffect(() => {
		if (chosen >= 0) virtual.scrollToIndex(chosen, { align: 'auto' });
	}, [chosen, virtual]);

	function press(event: KeyboardEvent): void {
		const next = positionAfter(event.key, chosen, { total: events.length, pageLength: rowsBeyond });
		const target = events[next ?? chosen];
		if (!target || (next === null && event.key !== 'Enter')) return;
		onChoose(target.event.id, next === null);
		event.preventDefault();
	}
	return (
		<div ref={scroll} className={classes(grid.scroll, styles.scroll)}>
			<div
				role="grid"
				tabIndex={0}
				aria-label={message('chronology.table')}
				aria-rowcount={events.length + 1}
				aria-activedescendant={chosen >= 0 ? rowId(chosen) : undefined}
				className={grid.grid}
				onKeyDown={press}
			>
				<div role="row" aria-rowindex={1} className={classes(grid.row, styles.row, grid.head)}>
					{columns.map((column) => (
						<div key={column} role="columnheader" className={classes(grid.cell, styles[column])}>
							{columnTitle(column)}
						</div>
					))}
				</div>
				<div role="rowgroup" className={grid.rows} style={{ blockSize: virtual.getTotalSize() }}>
					{virtual.getVirtualItems().map(({ index, key, start }) => {
						const placed = events[index];
						return placed ? (
							// biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys; it alone has the focus
							<div
								key={key}
								ref={virtual.measureElement}
								id={rowId(index)}
								role="row"
								aria-rowindex={index + 2}
								aria-selected={index === chosen}
								data-index={index}
								className={classes(grid.row, styles.row, grid.body, styles.body, index === chosen && grid.current)}
								style={{ transform: `translateY(${start}px)` }}
								onClick={() => onChoose(placed.event.id, true)}
							>
								<Cells placed={placed} context={context} />
							</div>
						) : null;
					})}
				</div>
			</div>
		</div>
	);
}

function Cells({ placed, context }: { placed: PlacedEvent; context: EventContext }) {
	const row = tableRow(placed, context);
	const notes = [row.order, noteWords(placed)].filter(Boolean).join(' · ');
	return columns.map((column) => (
		<div key={column} role="gridcell" className={classes(grid.cell, styles[column])} dir="auto">
			{row[column]}
			{column === 'title' && notes !== '' ? <span className={styles.notes}>{notes}</span> : null}
		</div>
	));
}

function rowId(index: number): string {
	return `event-row-${index}`;
}
