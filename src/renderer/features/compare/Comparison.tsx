import { useQuery } from '@tanstack/react-query';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type FigureEdition, numberFigures, scrollsPicturesAttribute } from '#renderer/features/reader/index.ts';
import { useComingEntry } from '#renderer/lib/history-entry.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { outlineOf } from '#shared/domain/text-outline.ts';
import { message } from '#shared/messages/messages.ts';
import { ComparedRow } from './ComparedRow.tsx';
import styles from './ComparePage.module.css';
import { type Compared, type ComparedPassages, compareTexts, countKinds, isFigureRow } from './compared-texts.ts';

const estimatedRowPx = 96;
const estimatedFigurePx = 320;
const rowsBeyond = 6;

/** How a comparison was left. */
interface LeftComparison {
	areAllShown: boolean;
	offsetPx: number;
	measured: VirtualItem[];
}

/** By its editions and the entry of the history of this window: Back comes back to it. */
const left = new Map<string, LeftComparison>();
/** So many are kept: each holds the height of every row that was seen. */
const mostLeft = 8;

interface ComparisonProps {
	before: Edition;
	after: Edition;
}

export function Comparison({ before, after }: ComparisonProps) {
	const { recordId } = after;
	const old = useQuery(queries.editions.blocks({ id: before.id }));
	const other = useQuery(queries.editions.blocks({ id: after.id }));
	const pairs = useQuery(queries.editions.counterparts({ id: before.id, otherId: after.id }));
	const { data: annotations } = useQuery(queries.annotations.list({ recordId }));
	const { data: inOld } = useQuery(queries.annotations.placesIn({ recordId, editionId: before.id }));
	const { data: inNew } = useQuery(queries.annotations.placesIn({ recordId, editionId: after.id }));
	const error = old.error ?? other.error ?? pairs.error;
	const compared = useMemo(
		() =>
			old.data && other.data && pairs.data && annotations && inOld && inNew
				? compareTexts({
						...{ pairs: pairs.data, annotations },
						old: { id: before.id, blocks: old.data, places: inOld },
						new: { id: after.id, blocks: other.data, places: inNew },
					})
				: null,
		[old.data, other.data, pairs.data, annotations, inOld, inNew, before.id, after.id],
	);
	const sides = useMemo(
		() => ({ old: sideOf(before, old.data), new: sideOf(after, other.data) }),
		[before, after, old.data, other.data],
	);
	if (error) return <ErrorNotice error={error} />;
	if (!compared) return <p role="status">{message('place.loading')}</p>;
	return <Rows compared={compared} sides={sides} recordId={recordId} />;
}

function sideOf({ id, language }: Edition, blocks: readonly StoredBlock[] = []): FigureEdition {
	return {
		editionId: id,
		language: language === 'und' ? '' : language,
		figureNumbers: numberFigures(outlineOf(blocks)),
	};
}

interface RowsProps {
	compared: Compared;
	sides: Record<'old' | 'new', FigureEdition>;
	recordId: RecordId;
}

/** Only the rows in view are drawn, and only those are compared word by word. */
function Rows({ compared, sides, recordId }: RowsProps) {
	const entry = `${useComingEntry()} ${sides.old.editionId} ${sides.new.editionId}`;
	const [before] = useState(() => left.get(entry));
	const [areAllShown, setAreAllShown] = useState(before?.areAllShown ?? false);
	const scroll = useRef<HTMLDivElement>(null);
	const { passages, figures } = useMemo(() => countRows(compared.rows), [compared]);
	const rows = areAllShown ? compared.rows : compared.rows.filter(({ kind }) => kind !== 'same');
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroll.current,
		estimateSize: (index) => (isFigureAt(rows, index) ? estimatedFigurePx : estimatedRowPx),
		// A height that was measured belongs to the row, wherever it stands among those that are shown.
		getItemKey: (index) => keyOf(rows[index]),
		overscan: rowsBeyond,
		initialOffset: before?.offsetPx ?? 0,
		initialMeasurementsCache: before?.measured ?? [],
	});
	useLayoutEffect(
		() => () => {
			const { scrollOffset, measurementsCache } = virtual;
			left.delete(entry);
			left.set(entry, { areAllShown, offsetPx: scrollOffset ?? 0, measured: measurementsCache });
			const [oldest] = left.keys();
			if (oldest !== undefined && left.size > mostLeft) left.delete(oldest);
		},
		[entry, virtual, areAllShown],
	);
	return (
		<>
			<div className={styles.facts}>
				<p role="status">
					{message('compare.counts', passages)}
					{figures ? ` · ${message('compare.pictures', figures)}` : ''}
					{compared.elsewhere > 0 ? ` · ${message('compare.elsewhere', { count: compared.elsewhere })}` : ''}
				</p>
				<Switch isSelected={areAllShown} onChange={setAreAllShown}>
					{message('compare.show-all')}
				</Switch>
			</div>
			<div className={styles.heads} aria-hidden>
				<span>{message('compare.old')}</span>
				<span>{message('compare.new')}</span>
				<span>{message('annotations.notes')}</span>
			</div>
			<section
				ref={scroll}
				className={styles.scroll}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
				tabIndex={0}
				aria-label={message('compare.passages')}
				data-takes-focus
				{...{ [scrollsPicturesAttribute]: '' }}
			>
				<ul className={styles.rows} style={{ blockSize: virtual.getTotalSize() }}>
					{virtual.getVirtualItems().map(({ index, start }) => {
						const row = rows[index];
						return row ? (
							<li
								key={keyOf(row)}
								ref={virtual.measureElement}
								data-index={index}
								aria-setsize={rows.length}
								aria-posinset={index + 1}
								className={styles.row}
								style={{ transform: `translateY(${start}px)` }}
							>
								<ComparedRow row={row} sides={sides} recordId={recordId} />
							</li>
						) : null;
					})}
				</ul>
			</section>
		</>
	);
}

function keyOf(row: ComparedPassages | undefined): string {
	return `${row?.old[0]?.ordinal} ${row?.new[0]?.ordinal}`;
}

function isFigureAt(rows: readonly ComparedPassages[], index: number): boolean {
	const row = rows[index];
	return row !== undefined && isFigureRow(row);
}

/** Pictures apart from passages; null where neither text has any. */
function countRows(rows: readonly ComparedPassages[]) {
	const figures = rows.filter(isFigureRow);
	return {
		passages: countKinds(rows.filter((row) => !isFigureRow(row))),
		figures: figures.length > 0 ? countKinds(figures) : null,
	};
}
