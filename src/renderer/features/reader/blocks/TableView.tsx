import { Fragment, useMemo } from 'react';
import type { StoredBlock } from '#shared/domain/block.ts';
import { FigureView } from '../figures/FigureView.tsx';
import { columnsOf, placesOf, rowOver } from '../text/table-columns.ts';
import type { TableRow } from '../text/text-sections.ts';
import styles from './blocks.module.css';
import { Margin } from './Margin.tsx';
import { PassageText } from './PassageText.tsx';

/** The cells of one table; a row's ¶ number stands at its first cell with text. */
export function TableView({ rows }: { rows: readonly TableRow[] }) {
	const places = useMemo(() => placesOf(columnsOf(rows)), [rows]);
	return (
		// Its columns run, and it scrolls, as the words of the first cell.
		<div className={styles.tableBox} dir="auto">
			<table className={styles.table}>
				<tbody>
					{rows.map(({ row, cells }) => (
						<tr key={row}>
							{rowOver(cells, places).map((part) =>
								'blocks' in part ? (
									<Cell key={part.at} blocks={part.blocks} />
								) : (
									<td key={part.at} colSpan={part.emptyCount} />
								),
							)}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** A cell is its words and the pictures in it. */
function Cell({ blocks }: { blocks: readonly StoredBlock[] }) {
	const Element = blocks[0]?.cell?.header ? 'th' : 'td';
	return (
		<Element>
			{blocks.map((block) =>
				block.figure ? (
					<FigureView key={block.ordinal} block={block} />
				) : (
					<Fragment key={block.ordinal}>
						<PassageText as="div" block={block} />
						<Margin block={block} />
					</Fragment>
				),
			)}
		</Element>
	);
}
