// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be placed row by row, so the roles are said outright
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row (aria-activedescendant)
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { positionAfter } from '#renderer/lib/list-position.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { observedHeight } from '#renderer/lib/observed-size.ts';
import { ContextMenu } from './ContextMenu.tsx';
import { classes } from './classes.ts';
import { askedRow } from './context-menu.ts';
import grid from './grid.module.css';
import { gridHeadPx } from './grid-head.ts';
import { useAsked } from './use-asked.ts';

interface RowGridProps {
	label: string;
	rowCount: number;
	/** The row that the keys act on; -1 for none. It is kept in sight. */
	current: number;
	/** Of a row until it is drawn, in CSS pixels. */
	rowHeightPx: number;
	/** The same for a row wherever it stands. */
	keyOf(index: number): string | number;
	/** Cells of the head row, as `columnheader`. */
	head: ReactNode;
	/** Cells of a row, as `gridcell`. */
	children(index: number): ReactNode;
	onMove(index: number): void;
	/** Enter on the current row. */
	onEnter(index: number): void;
	/** Space on the current row, where it does something. */
	onSpace?(index: number): void;
	onPress(index: number): void;
	/** What the right button, or the menu key, offers on a row: an entry each. */
	menuOf?(index: number): { label: string; entries: ReactNode } | null;
	classNames: { scroll?: string | undefined; row?: string | undefined; body?: (index: number) => string | undefined };
	/** Whether the keyboard comes here when nothing else has it. */
	takesFocus?: boolean;
}

const rowsBeyond = 8;
const rowsPerPageKey = 10;

/**
 * A table of any length, of which only the rows in sight are in the document. One stop for Tab; the arrows move, Enter
 * opens. What its columns are is said by whoever fills it.
 */
export function RowGrid(props: RowGridProps) {
	const { label, rowCount, current, rowHeightPx, keyOf, head, children, classNames, takesFocus = false } = props;
	const scroll = useRef<HTMLDivElement>(null);
	const id = useId();
	const virtual = useVirtualizer({
		count: rowCount,
		getScrollElement: () => scroll.current,
		estimateSize: () => rowHeightPx,
		measureElement: observedHeight,
		overscan: rowsBeyond,
		scrollPaddingEnd: gridHeadPx,
		getItemKey: keyOf,
	});
	useEffect(() => {
		if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
	}, [current, virtual]);

	const [asked, setAsked] = useAsked((key: string | number) => menuFor(key) !== null);
	const menu = asked && menuFor(asked.of);
	/** Wherever its row stands by now. */
	function menuFor(key: string | number) {
		for (let index = 0; index < rowCount; index += 1) if (keyOf(index) === key) return props.menuOf?.(index) ?? null;
		return null;
	}
	function ask(event: MouseEvent): void {
		const row = askedRow(event);
		if (!row || !props.menuOf?.(row.index)) return;
		event.preventDefault();
		props.onMove(row.index);
		setAsked({ of: keyOf(row.index), at: row.at });
	}
	function press(event: KeyboardEvent): void {
		// Buttons in the head have keys of their own.
		if (event.target !== event.currentTarget) return;
		const next = positionAfter(event.key, current, { total: rowCount, pageLength: rowsPerPageKey });
		if (next !== null) props.onMove(next);
		else if (current < 0) return;
		else if (event.key === 'Enter') props.onEnter(current);
		else if (event.key === ' ' && props.onSpace) props.onSpace(current);
		else return;
		event.preventDefault();
	}
	return (
		<div ref={scroll} className={classes(grid.scroll, classNames.scroll)}>
			<div
				// Asked with every drawing: what had the keyboard may have gone with a row.
				ref={takesFocus ? (element) => focusIfLost(element) : null}
				role="grid"
				tabIndex={0}
				data-takes-focus={takesFocus ? '' : undefined}
				aria-label={label}
				aria-rowcount={rowCount + 1}
				aria-activedescendant={current >= 0 && current < rowCount ? `${id}-${current}` : undefined}
				className={grid.grid}
				onKeyDown={press}
				onContextMenu={ask}
			>
				<div role="rowgroup" className={grid.head}>
					<div role="row" aria-rowindex={1} className={classes(grid.row, classNames.row)}>
						{head}
					</div>
				</div>
				<div role="rowgroup" className={grid.rows} style={{ blockSize: virtual.getTotalSize() }}>
					{virtual.getVirtualItems().map(({ index, key, start }) => (
						// biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys; it alone has the focus
						<div
							key={key}
							ref={virtual.measureElement}
							id={`${id}-${index}`}
							role="row"
							aria-rowindex={index + 2}
							aria-selected={index === current}
							data-index={index}
							className={classes(
								...[grid.row, classNames.row, grid.body, classNames.body?.(index)],
								index === current && grid.current,
							)}
							style={{ transform: `translateY(${start}px)` }}
							onClick={() => props.onPress(index)}
						>
							{children(index)}
						</div>
					))}
				</div>
			</div>
			{menu ? (
				<ContextMenu at={asked.at} label={menu.label} onClose={() => setAsked(null)}>
					{menu.entries}
				</ContextMenu>
			) : null}
		</div>
	);
}
