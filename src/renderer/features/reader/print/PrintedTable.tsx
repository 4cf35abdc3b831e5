import { useMemo } from 'react';
import type { StoredBlock } from '#shared/domain/block.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';
import { InlineText } from '../blocks/InlineText.tsx';
import { type ColumnPlaces, columnsOf, placesOf, rowOver } from '../text/table-columns.ts';
import type { TableRow } from '../text/text-sections.ts';
import styles from './PrintedDocument.module.css';
import { PrintedFigure } from './PrintedFigure.tsx';
import type { NotedPart } from './printed-notes.ts';
import { type BandRow, bandsOf, hasLongWord, headRowCount, rowsOfBands } from './table-bands.ts';

/** Between the numbers and the edge of a sheet, or the notes in its margin; a little less, for the borders. */
const roomMm = { wide: 160, besideNotes: 115 };

interface PrintedTableProps {
	rows: readonly TableRow[];
	noted: ReadonlyMap<number, readonly NotedPart[]>;
	isBesideNotes: boolean;
}

/**
 * A table on paper. One that is wider than a sheet goes on below, so many columns at a time, with the numbers of those rows
 * that have something there.
 */
export function PrintedTable({ rows, noted, isBesideNotes }: PrintedTableProps) {
	const places = useMemo(() => placesOf(columnsOf(rows)), [rows]);
	const parts = useMemo(() => partsOf(rows, isBesideNotes ? roomMm.besideNotes : roomMm.wide), [rows, isBesideNotes]);
	const place = (column: number | undefined) => (places.get(column ?? 0) ?? 0) + 1;
	return (
		<div dir="auto">
			{parts.map(({ columns, head, body }, at) => {
				const last = columns.at(-1);
				const before = parts[at - 1]?.columns.at(-1);
				const [from, to] = [place(before) + 1, place(last)];
				const placesHere = placesOf(columns);
				return (
					<table key={last} className={styles.table}>
						<thead>
							{/* Not a caption: that may be left alone at the end of a sheet. */}
							{before === undefined ? null : (
								<tr>
									<td />
									<td colSpan={columns.length} className={styles.goesOn} lang={activeLocale()}>
										{goesOnWords(from, to, places.size)}
									</td>
								</tr>
							)}
							<Rows rows={head} places={placesHere} noted={noted} />
						</thead>
						<tbody>
							<Rows rows={body} places={placesHere} noted={noted} />
						</tbody>
					</table>
				);
			})}
		</div>
	);
}

function goesOnWords(from: number, to: number, total: number): string {
	return from === to
		? message('print.table-goes-on-one', { column: to, total })
		: message('print.table-goes-on', { from, to, total });
}

interface TablePart {
	columns: readonly number[];
	head: readonly BandRow[];
	body: readonly BandRow[];
}

function partsOf(rows: readonly TableRow[], widthMm: number): TablePart[] {
	const bands = bandsOf(rows, columnsOf(rows), widthMm);
	const headRows = headRowCount(rows);
	const heads = rowsOfBands(rows.slice(0, headRows), bands);
	const bodies = rowsOfBands(rows.slice(headRows), bands);
	return bands.map((columns, at) => ({ columns, head: heads[at] ?? [], body: bodies[at] ?? [] }));
}

interface RowsProps {
	rows: readonly BandRow[];
	places: ColumnPlaces;
	noted: PrintedTableProps['noted'];
}

function Rows({ rows, places, noted }: RowsProps) {
	return rows.map(({ row, number, cells }) => (
		<tr key={row}>
			<td className={styles.number}>{number ?? ''}</td>
			{rowOver(cells, places).map((part) =>
				'blocks' in part ? (
					<Cell key={part.at} blocks={part.blocks} noted={noted} />
				) : (
					<td key={part.at} className={styles.cell} colSpan={part.emptyCount} />
				),
			)}
		</tr>
	));
}

interface CellProps {
	blocks: readonly StoredBlock[];
	noted: PrintedTableProps['noted'];
}

function Cell({ blocks, noted }: CellProps) {
	const Element = blocks[0]?.cell?.header ? 'th' : 'td';
	return (
		<Element
			className={styles.cell}
			lang={blocks[0]?.language || undefined}
			data-breaks={blocks.some(({ text }) => hasLongWord(text)) || undefined}
		>
			{blocks.map((block) =>
				block.figure ? (
					<PrintedFigure key={block.ordinal} block={block} />
				) : (
					<InlineText key={block.ordinal} block={block} noted={noted.get(block.ordinal)} />
				),
			)}
		</Element>
	);
}
