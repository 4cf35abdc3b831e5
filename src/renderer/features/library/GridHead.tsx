// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be placed row by row, so the roles are said outright
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row (aria-activedescendant)
import { ArrowDown, ArrowUp } from 'lucide-react';
import { classes } from '#renderer/ui/classes.ts';
import grid from '#renderer/ui/grid.module.css';
import { message } from '#shared/messages/messages.ts';
import { type SortColumn, sortBy, useLibrary } from './library-store.ts';
import styles from './RecordGrid.module.css';

const columns: readonly SortColumn[] = ['title', 'kind', 'date', 'language', 'holding', 'notes'];

export function GridHead() {
	const sort = useLibrary((library) => library.sort);
	return (
		<div role="rowgroup" className={grid.head}>
			<div role="row" aria-rowindex={1} className={classes(grid.row, styles.row)}>
				{columns.map((column) => {
					const isSorted = sort.column === column;
					const Arrow = sort.isDescending ? ArrowDown : ArrowUp;
					return (
						<div
							key={column}
							role="columnheader"
							aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
							className={classes(grid.cell, styles.cell, styles[column])}
						>
							<button type="button" className={classes(grid.sort, styles.sort)} onClick={() => sortBy(column)}>
								{message(`library.column.${column}`)}
								{isSorted ? <Arrow size={12} aria-hidden /> : null}
							</button>
						</div>
					);
				})}
			</div>
		</div>
	);
}
