import { GridCell, GridHeading } from '#renderer/ui/GridCell.tsx';
import { RowGrid } from '#renderer/ui/RowGrid.tsx';
import { columnTitle, nodeColumns, nodeRow } from '#shared/graph/graph-table.ts';
import type { ShownGraph } from '#shared/graph/shown-graph.ts';
import { message } from '#shared/messages/messages.ts';
import { toggleFold } from './graph-store.ts';
import { NodeEntries } from './NodeMenu.tsx';
import styles from './NodeTable.module.css';

interface NodeTableProps {
	shown: ShownGraph;
	chosenId: string;
	onChoose(id: string, isOpened: boolean): void;
}

const rowHeightPx = 36;

/** The picture in words, one row a mark, group by group. Space folds and unfolds a group. */
export function NodeTable({ shown, chosenId, onChoose }: NodeTableProps) {
	const { nodes } = shown;
	const choose = (index: number, isOpened: boolean) => {
		const node = nodes[index];
		if (node) onChoose(node.id, isOpened);
	};
	return (
		<RowGrid
			label={message('graph.table-keys')}
			rowCount={nodes.length}
			current={nodes.findIndex(({ id }) => id === chosenId)}
			rowHeightPx={rowHeightPx}
			keyOf={(index) => nodes[index]?.id ?? index}
			head={nodeColumns.map((column) => (
				<GridHeading key={column} className={styles[column]}>
					{columnTitle(column)}
				</GridHeading>
			))}
			onMove={(index) => choose(index, false)}
			onEnter={(index) => choose(index, true)}
			onSpace={(index) => {
				const node = nodes[index];
				if (node?.kind === 'group') toggleFold(shown, node.id);
			}}
			onPress={(index) => choose(index, true)}
			menuOf={(index) => {
				const node = nodes[index];
				return node ? { label: nodeRow(node).title, entries: <NodeEntries shown={shown} of={node} /> } : null;
			}}
			classNames={{ scroll: styles.scroll, row: styles.row, body: () => styles.body }}
		>
			{(index) => {
				const node = nodes[index];
				if (!node) return null;
				const row = nodeRow(node);
				return nodeColumns.map((column) => (
					<GridCell key={column} className={styles[column]} dir="auto">
						{row[column]}
					</GridCell>
				));
			}}
		</RowGrid>
	);
}
