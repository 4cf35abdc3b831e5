// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be placed row by row, so the roles are said outright
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row (aria-activedescendant)
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { positionAfter } from '#renderer/lib/list-position.ts';
import { observedHeight } from '#renderer/lib/observed-size.ts';
import { classes } from '#renderer/ui/classes.ts';
import grid from '#renderer/ui/grid.module.css';
import { columnTitle, nodeColumns, nodeRow } from '#shared/graph/graph-table.ts';
import type { ShownGraph } from '#shared/graph/shown-graph.ts';
import { message } from '#shared/messages/messages.ts';
import { toggleFold } from './graph-store.ts';
import styles from './NodeTable.module.css';

interface NodeTableProps {
	shown: ShownGraph;
	chosenId: string;
	onChoose(id: string, isOpened: boolean): void;
}

const rowHeightPx = 36;
const rowsBeyond = 6;

/** The picture in words, one row a mark, group by group. One stop for Tab; the arrows choose. */
export function NodeTable({ shown, chosenId, onChoose }: NodeTableProps) {
	const { nodes } = shown;
	const scroll = useRef<HTMLDivElement>(null);
	const chosen = nodes.findIndex(({ id }) => id === chosenId);
	const virtual = useVirtualizer({
		count: nodes.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => rowHeightPx,
		measureElement: observedHeight,
		overscan: rowsBeyond,
		getItemKey: (index) => nodes[index]?.id ?? index,
	});
	useEffect(() => {
		if (chosen >= 0) virtual.scrollToIndex(chosen, { align: 'auto' });
	}, [chosen, virtual]);

	function press(event: KeyboardEvent): void {
		const current = nodes[chosen];
		if (event.key === ' ' && current?.kind === 'group') toggleFold(shown, current.id);
		const next = positionAfter(event.key, chosen, { total: nodes.length, pageLength: rowsBeyond });
		const target = nodes[next ?? chosen];
		if (!target || (next === null && event.key !== 'Enter' && event.key !== ' ')) return;
		if (event.key !== ' ') onChoose(target.id, next === null);
		event.preventDefault();
	}
	return (
		<div ref={scroll} className={classes(grid.scroll, styles.scroll)}>
			<div
				role="grid"
				tabIndex={0}
				aria-label={message('graph.table-keys')}
				aria-rowcount={nodes.length + 1}
				aria-activedescendant={chosen >= 0 ? rowId(chosen) : undefined}
				className={grid.grid}
				onKeyDown={press}
			>
				<div role="row" aria-rowindex={1} className={classes(grid.row, styles.row, grid.head)}>
					{nodeColumns.map((column) => (
						<div key={column} role="columnheader" className={classes(grid.cell, styles[column])}>
							{columnTitle(column)}
						</div>
					))}
				</div>
				<div role="rowgroup" className={grid.rows} style={{ blockSize: virtual.getTotalSize() }}>
					{virtual.getVirtualItems().map(({ index, key, start }) => {
						const node = nodes[index];
						if (!node) return null;
						const row = nodeRow(node);
						return (
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
								onClick={() => onChoose(node.id, true)}
							>
								{nodeColumns.map((column) => (
									<div key={column} role="gridcell" className={classes(grid.cell, styles[column])} dir="auto">
										{row[column]}
									</div>
								))}
							</div>
						);
					})}
				</div>
			</div>
		</div>
	);
}

function rowId(index: number): string {
	return `graph-row-${index}`;
}
