import { ArrowDown, ArrowUp } from 'lucide-react';
import { GridHeading } from '#renderer/ui/GridCell.tsx';
import grid from '#renderer/ui/grid.module.css';
import { message } from '#shared/messages/messages.ts';
import styles from './ListTable.module.css';
import { listColumns, sortAfterPress } from './list-order.ts';
import { useListSearch } from './list-search-store.ts';

/** Cells of the head row. */
export function ListHead() {
	const sort = useListSearch((search) => search.sort);
	return (
		<>
			{listColumns.map((column) => {
				const isSorted = sort?.column === column;
				const Arrow = isSorted && sort.isDescending ? ArrowDown : ArrowUp;
				return (
					<GridHeading
						key={column}
						sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
						className={(column === 'hits' || column === 'records') && styles.number}
					>
						<button
							type="button"
							className={grid.sort}
							onClick={() => useListSearch.setState({ sort: sortAfterPress(sort, column), current: 0 })}
						>
							{message(`list-search.column.${column}`)}
							{isSorted ? <Arrow size={12} aria-hidden /> : null}
						</button>
					</GridHeading>
				);
			})}
			<GridHeading className={styles.titles}>{message('list-search.column.most')}</GridHeading>
		</>
	);
}
