import { formatNumber } from '#renderer/lib/format.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { GridCell } from '#renderer/ui/GridCell.tsx';
import { RowGrid } from '#renderer/ui/RowGrid.tsx';
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

/** A row for each term; Enter opens the hits of the current row. */
export function ListTable({ rows, onOpen }: ListTableProps) {
	const current = useListSearch((search) => search.current);
	const open = (index: number) => {
		const row = rows[index];
		if (row) onOpen(row);
	};
	const move = (index: number) => useListSearch.setState({ current: index });
	return (
		<RowGrid
			label={message('list-search.table')}
			rowCount={rows.length}
			current={Math.min(current, rows.length - 1)}
			rowHeightPx={rowHeightPx}
			keyOf={(index) => index}
			head={<ListHead />}
			onMove={move}
			onEnter={open}
			onPress={(index) => {
				move(index);
				open(index);
			}}
			classNames={{
				scroll: styles.scroll,
				row: styles.row,
				body: (index) => (rows[index]?.hits === 0 ? styles.none : undefined),
			}}
		>
			{(index) => {
				const row = rows[index];
				return row ? <Cells row={row} /> : null;
			}}
		</RowGrid>
	);
}

const namedRecords = 2;

function Cells({ row: { term, hits, records, how } }: { row: TermHits }) {
	const more = records.length - namedRecords;
	return (
		<>
			<GridCell className={styles.term} dir="auto">
				{term}
			</GridCell>
			<GridCell className={styles.number}>{formatNumber(hits)}</GridCell>
			<GridCell className={styles.number}>{formatNumber(records.length)}</GridCell>
			<GridCell>{how ? <Chip>{message(`search.match.${how}`)}</Chip> : null}</GridCell>
			<GridCell className={styles.titles}>
				{records
					.slice(0, namedRecords)
					.map(({ title, hits: inRecord }) => message('list-search.record', { title, count: inRecord }))
					.join(' · ')}
				{more > 0 ? ` · ${message('list-search.more', { count: more })}` : null}
			</GridCell>
		</>
	);
}
