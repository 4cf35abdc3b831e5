// biome-ignore-all lint/a11y/useSemanticElements: cells of rows that are placed one by one (RowGrid)
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
import type { AriaAttributes, ReactNode } from 'react';
import { classes } from './classes.ts';
import grid from './grid.module.css';

interface CellProps {
	className?: string | false | undefined;
	/** Words of a text, which go the way that they are read. */
	dir?: 'auto';
	children?: ReactNode;
}

/** A cell of a row of a `RowGrid`. */
export function GridCell({ className, dir, children }: CellProps) {
	return (
		<div role="gridcell" className={classes(grid.cell, className)} dir={dir}>
			{children}
		</div>
	);
}

/** A cell of its head. */
export function GridHeading({ className, sort, children }: CellProps & { sort?: AriaAttributes['aria-sort'] }) {
	return (
		<div role="columnheader" aria-sort={sort} className={classes(grid.cell, className)}>
			{children}
		</div>
	);
}
