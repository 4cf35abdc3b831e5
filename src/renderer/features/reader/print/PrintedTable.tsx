import { useMemo } from 'react';
import type { StoredBlock } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { InlineText } from '../blocks/InlineText.tsx';
import { columnsOf, rowOver } from '../text/table-columns.ts';
import type { TableRow } from '../text/text-sections.ts';
import styles from './PrintedDocument.module.css';
import { PrintedFigure } from './PrintedFigure.tsx';
import type { NotedPart } from './printed-notes.ts';
import { bandsOf, hasLongWord, headRowCount } from './table-bands.ts';

/** Between the numbers and the edge of a sheet, or the notes in its margin; a little less, for the borders. */
const roomMm = { wide: 160, besideNotes: 115 };

interface PrintedTableProps {
	rows: readonly TableRow[];
	noted: ReadonlyMap<number, readonly NotedPart[]>;
	isBesideNotes: boolean;
}

/** A table on paper. One that is wider than a sheet goes on below, so many columns at a time, with its rows' numbers. */
export function PrintedTable({ rows, noted, isBesideNotes }: PrintedTableProps) {
	const columns = useMemo(() => columnsOf(rows), [rows]);
	const bands = useMemo(
		() => bandsOf(rows, columns, isBesideNotes ? roomMm.besideNotes : roomMm.wide),
		[rows, columns, isBesideNotes],
	);
	const place = (column: number | undefined) => columns.indexOf(column ?? 0) + 1;
	const headRows = headRowCount(rows);
	return (
		<div dir="auto">
			{bands.map((band, at) => {
				const last = band.at(-1);
				const before = bands[at - 1]?.at(-1);
				const places = { from: place(before) + 1, to: place(last), total: columns.length };
				return (
					<table key={last} className={styles.table}>
						<thead>
							{/* Not a caption: that may be left alone at the end of a sheet. */}
							{before === undefined ? null : (
								<tr>
									<td />
									<td colSpan={band.length} className={styles.goesOn}>
										{message('print.table-goes-on', places)}
									</td>
								</tr>
							)}
							<Rows rows={rows.slice(0, headRows)} columns={band} noted={noted} />
						</thead>
						<tbody>
							<Rows rows={rows.slice(headRows)} columns={band} noted={noted} />
						</tbody>
					</table>
				);
			})}
		</div>
	);
}

interface RowsProps {
	rows: readonly TableRow[];
	columns: readonly number[];
	noted: PrintedTableProps['noted'];
}

function Rows({ rows, columns, noted }: RowsProps) {
	return rows.map(({ row, cells }) => (
		<tr key={row}>
			<td className={styles.number}>{cells.find(({ number }) => number !== null)?.number ?? ''}</td>
			{rowOver(cells, columns).map((part) =>
				'blocks' in part ? (
					<Cell key={part.column} blocks={part.blocks} noted={noted} />
				) : (
					<td key={part.column} className={styles.cell} colSpan={part.emptyCount} />
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
