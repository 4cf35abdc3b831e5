import { Select } from '#renderer/ui/Select.tsx';
import type { CatalogueTable } from '#shared/catalogue/catalogue-table.ts';
import { type ColumnUse, columnUses } from '#shared/catalogue/column-use.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './CatalogueDialog.module.css';
import { columnUseName } from './catalogue-words.ts';

const shownExamples = 3;
const longestExample = 80;

interface ColumnTableProps {
	table: CatalogueTable;
	uses: readonly ColumnUse[];
	onChange(uses: ColumnUse[]): void;
}

/** Each column with some of its values and what it is taken for. A field has one column: choosing another frees it. */
export function ColumnTable({ table: { headings, rows }, uses, onChange }: ColumnTableProps) {
	const options = columnUses.map((value) => ({ value, label: columnUseName(value) }));
	const choose = (column: number, use: ColumnUse) =>
		onChange(
			uses.map((known, at) => {
				if (at === column) return use;
				return known === use && use !== 'none' ? 'note' : known;
			}),
		);
	return (
		<ul className={styles.columns} aria-label={message('catalogue.columns')}>
			{headings.map((heading, column) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: columns stay in their order, and two may have one heading
				<li key={column} className={styles.column}>
					<div className={styles.heading}>
						<strong>{heading}</strong>
						<span className={styles.examples}>{examplesOf(rows, column)}</span>
					</div>
					<Select
						label={message('catalogue.taken-for', { heading })}
						isLabelHidden
						value={uses[column] ?? 'note'}
						options={options}
						onChange={(use) => choose(column, use)}
					/>
				</li>
			))}
		</ul>
	);
}

function examplesOf(rows: CatalogueTable['rows'], column: number): string {
	const values = new Set<string>();
	for (const row of rows) {
		const value = row[column] ?? '';
		if (value !== '') values.add(value.length > longestExample ? `${value.slice(0, longestExample)}…` : value);
		if (values.size === shownExamples) break;
	}
	return [...values].join(' · ');
}
