// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be placed row by row, so the roles are said outright
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row (aria-activedescendant)
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { formatNumber } from '#renderer/lib/format.ts';
import { positionAfter } from '#renderer/lib/list-position.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { classes } from '#renderer/ui/classes.ts';
import grid from '#renderer/ui/grid.module.css';
import { message } from '#shared/messages/messages.ts';
import type { TermHits } from '#shared/search/list/search-list.ts';
import { ListHead } from './ListHead.tsx';
import styles from './ListTable.module.css';
import { useListSearch } from './list-search-store.ts';

interface ListTableProps {
	/** In the order to show. */
	rows: readonly TermHits[];
	onOpen(row: TermHits): void;
}

const rowHeightPx = 40;
const rowsBeyond = 8;
const rowsPerPageKey = 12;

/** A row for each term. One stop for Tab; arrows move, Enter opens the hits of the current row. */
export function ListTable({ rows, onOpen }: ListTableProps) {
	const scroll = useRef<HTMLDivElement>(null);
	const current = Math.min(
		useListSearch((search) => search.current),
		rows.length - 1,
	);
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => rowHeightPx,
		overscan: rowsBeyond,
	});
	// biome-ignore lint/correctness/useExhaustiveDependencies: rows that come in while it runs do not move the list
	useEffect(() => {
		if (current > 0) virtual.scrollToIndex(current, { align: 'auto' });
	}, [current]);

	function press(event: KeyboardEvent): void {
		// The headings are buttons with keys of their own.
		if (event.target !== event.currentTarget) return;
		const row = rows[current];
		const next = positionAfter(event.key, current, { total: rows.length, pageLength: rowsPerPageKey });
		if (event.key === 'Enter' && row) onOpen(row);
		else if (next === null) return;
		else useListSearch.setState({ current: next });
		event.preventDefault();
	}
	return (
		<div ref={scroll} className={classes(grid.scroll, styles.scroll)}>
			<div
				role="grid"
				tabIndex={0}
				aria-label={message('list-search.table')}
				aria-rowcount={rows.length + 1}
				aria-activedescendant={rows.length > 0 ? rowId(current) : undefined}
				className={grid.grid}
				onKeyDown={press}
			>
				<ListHead />
				<div role="rowgroup" className={grid.rows} style={{ blockSize: virtual.getTotalSize() }}>
					{virtual.getVirtualItems().map(({ index, start }) => {
						const row = rows[index];
						return row ? (
							<Row
								key={index}
								{...{ index, row, start }}
								isCurrent={index === current}
								measure={virtual.measureElement}
								onPress={() => {
									useListSearch.setState({ current: index });
									onOpen(row);
								}}
							/>
						) : null;
					})}
				</div>
			</div>
		</div>
	);
}

interface RowProps {
	index: number;
	row: TermHits;
	start: number;
	isCurrent: boolean;
	measure(element: Element | null): void;
	onPress(): void;
}

const namedRecords = 2;

function Row({ index, row, start, isCurrent, measure, onPress }: RowProps) {
	const { term, hits, records, how } = row;
	const more = records.length - namedRecords;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys; it alone has the focus
		<div
			ref={measure}
			id={rowId(index)}
			role="row"
			aria-rowindex={index + 2}
			aria-selected={isCurrent}
			data-index={index}
			className={classes(grid.row, styles.row, grid.body, isCurrent && grid.current, hits === 0 && styles.none)}
			style={{ transform: `translateY(${start}px)` }}
			onClick={onPress}
		>
			<div role="gridcell" className={classes(grid.cell, styles.term)} dir="auto">
				{term}
			</div>
			<div role="gridcell" className={classes(grid.cell, styles.number)}>
				{formatNumber(hits)}
			</div>
			<div role="gridcell" className={classes(grid.cell, styles.number)}>
				{formatNumber(records.length)}
			</div>
			<div role="gridcell" className={grid.cell}>
				{how ? <Chip>{message(`search.match.${how}`)}</Chip> : null}
			</div>
			<div role="gridcell" className={classes(grid.cell, styles.titles)}>
				{records
					.slice(0, namedRecords)
					.map(({ title, hits: inRecord }) => message('list-search.record', { title, count: inRecord }))
					.join(' · ')}
				{more > 0 ? ` · ${message('list-search.more', { count: more })}` : null}
			</div>
		</div>
	);
}

function rowId(index: number): string {
	return `list-row-${index}`;
}
