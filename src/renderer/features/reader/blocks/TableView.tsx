import type { StoredBlock } from '#shared/domain/block.ts';
import type { TableRow } from '../text/text-sections.ts';
import styles from './blocks.module.css';
import { Margin } from './Margin.tsx';
import { PassageText } from './PassageText.tsx';

/** The cells of one table; a row's ¶ number stands at its first cell with text. */
export function TableView({ rows }: { rows: readonly TableRow[] }) {
	return (
		// Its columns run, and it scrolls, as the words of the first cell.
		<div className={styles.tableBox} dir="auto">
			<table className={styles.table}>
				<tbody>
					{rows.map(({ row, cells }) => (
						<tr key={row}>
							{cells.map((block) => (
								<Cell key={block.ordinal} block={block} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Cell({ block }: { block: StoredBlock }) {
	const Element = block.cell?.header ? 'th' : 'td';
	return (
		<Element>
			<PassageText as="div" block={block} />
			<Margin block={block} />
		</Element>
	);
}
