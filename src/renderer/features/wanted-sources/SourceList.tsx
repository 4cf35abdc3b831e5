// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be placed row by row, so the roles are said outright
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row (aria-activedescendant)
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { formatNumber } from '#renderer/lib/format.ts';
import { positionAfter } from '#renderer/lib/list-position.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { observedHeight } from '#renderer/lib/observed-size.ts';
import { Chip, type ChipTone } from '#renderer/ui/Chip.tsx';
import { classes } from '#renderer/ui/classes.ts';
import grid from '#renderer/ui/grid.module.css';
import type { RecordId } from '#shared/domain/ids.ts';
import type { SourceStatus, WantedSource } from '#shared/domain/wanted-source.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './SourceList.module.css';

interface SourceListProps {
	sources: readonly WantedSource[];
	chosenId: RecordId | '';
	onChoose(id: RecordId): void;
	/** Goes to the details of the source that is chosen. */
	onEnter(): void;
}

const rowHeightPx = 42;
const rowsBeyond = 8;
const rowsPerPageKey = 12;
const columns = ['title', 'date', 'cited', 'status', 'asked'] as const;

/** One stop for Tab; arrows choose, Enter goes to the details. */
export function SourceList({ sources, chosenId, onChoose, onEnter }: SourceListProps) {
	const scroll = useRef<HTMLDivElement>(null);
	const isSheet = useMediaQuery(narrowWindow);
	const virtual = useVirtualizer({
		count: sources.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => rowHeightPx,
		getItemKey: (at) => sources[at]?.recordId ?? at,
		measureElement: observedHeight,
		overscan: rowsBeyond,
	});
	const current = sources.findIndex(({ recordId }) => recordId === chosenId);
	useEffect(() => {
		if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
	}, [current, virtual]);

	function press(event: KeyboardEvent): void {
		const next = positionAfter(event.key, current, { total: sources.length, pageLength: rowsPerPageKey });
		const source = next === null ? undefined : sources[next];
		if (event.key === 'Enter' && current >= 0) onEnter();
		else if (source) onChoose(source.recordId);
		else return;
		event.preventDefault();
	}
	return (
		<div ref={scroll} className={classes(grid.scroll, styles.scroll)}>
			<div
				ref={(element) => focusIfLost(element)}
				role="grid"
				tabIndex={0}
				data-takes-focus=""
				aria-label={message('sources.title')}
				aria-rowcount={sources.length + 1}
				aria-activedescendant={current >= 0 ? rowId(current) : undefined}
				className={grid.grid}
				onKeyDown={press}
			>
				<div role="rowgroup" className={grid.head}>
					<div role="row" aria-rowindex={1} className={classes(grid.row, styles.row)}>
						{columns.map((column) => (
							<div key={column} role="columnheader" className={classes(grid.cell, styles[column])}>
								{message(`sources.column.${column}`)}
							</div>
						))}
					</div>
				</div>
				<div role="rowgroup" className={grid.rows} style={{ blockSize: virtual.getTotalSize() }}>
					{virtual.getVirtualItems().map(({ index, start }) => {
						const source = sources[index];
						return source ? (
							<Row
								key={source.recordId}
								{...{ index, source, startPx: start }}
								isCurrent={index === current}
								measure={virtual.measureElement}
								onPress={() => {
									onChoose(source.recordId);
									if (isSheet) onEnter();
								}}
							/>
						) : null;
					})}
				</div>
			</div>
		</div>
	);
}

const tones: Record<SourceStatus, ChipTone> = { wanted: 'plain', asked: 'accent', refused: 'danger', obtained: 'ok' };

interface RowProps {
	index: number;
	source: WantedSource;
	startPx: number;
	isCurrent: boolean;
	measure(element: Element | null): void;
	onPress(): void;
}

function Row({ index, source, startPx, isCurrent, measure, onPress }: RowProps) {
	const { title, dateEdtf, citedCount, status, askedOn } = source;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys; it alone has the focus
		<div
			ref={measure}
			id={rowId(index)}
			role="row"
			aria-rowindex={index + 2}
			aria-selected={isCurrent}
			data-index={index}
			className={classes(grid.row, styles.row, grid.body, styles.body, isCurrent && grid.current)}
			style={{ transform: `translateY(${startPx}px)` }}
			onClick={onPress}
		>
			<div role="gridcell" className={classes(grid.cell, styles.title)}>
				{title}
			</div>
			<div role="gridcell" className={classes(grid.cell, styles.date)}>
				{dateEdtf === '' ? '' : edtfWords(dateEdtf)}
			</div>
			<div role="gridcell" className={classes(grid.cell, styles.cited)}>
				{formatNumber(citedCount)}
			</div>
			<div role="gridcell" className={classes(grid.cell, styles.status)}>
				<Chip tone={tones[status]}>{message(`sources.status.${status}`)}</Chip>
			</div>
			<div role="gridcell" className={classes(grid.cell, styles.asked)}>
				{askedOn === '' ? '' : edtfWords(askedOn)}
			</div>
		</div>
	);
}

function rowId(index: number): string {
	return `source-row-${index}`;
}
