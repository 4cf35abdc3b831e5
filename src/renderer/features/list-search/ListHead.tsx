// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be placed row by row, so the roles are said outright
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus; the buttons in the headings have their own
import { ArrowDown, ArrowUp } from 'lucide-react';
import { classes } from '#renderer/ui/classes.ts';
import grid from '#renderer/ui/grid.module.css';
import { message } from '#shared/messages/messages.ts';
import styles from './ListTable.module.css';
import { listColumns, sortAfterPress } from './list-order.ts';
import { useListSearch } from './list-search-store.ts';

export function ListHead() {
	const sort = useListSearch((search) => search.sort);
	return (
		<div role="rowgroup" className={grid.head}>
			<div role="row" aria-rowindex={1} className={classes(grid.row, styles.row)}>
				{listColumns.map((column) => {
					const isSorted = sort?.column === column;
					const Arrow = isSorted && sort.isDescending ? ArrowDown : ArrowUp;
					return (
						<div
							key={column}
							role="columnheader"
							aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
							className={classes(grid.cell, (column === 'hits' || column === 'records') && styles.number)}
						>
							<button
								type="button"
								className={grid.sort}
								onClick={() => useListSearch.setState({ sort: sortAfterPress(sort, column), current: 0 })}
							>
								{message(`list-search.column.${column}`)}
								{isSorted ? <Arrow size={12} aria-hidden /> : null}
							</button>
						</div>
					);
				})}
				<div role="columnheader" className={classes(grid.cell, styles.titles)}>
					{message('list-search.column.most')}
				</div>
			</div>
		</div>
	);
}
