import { formatNumber } from '#renderer/lib/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import {
	type MergedChange,
	type MergedCounts,
	type MergedKind,
	mergedChanges,
	mergedKinds,
} from '#shared/domain/merge.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './MergePage.module.css';
import type { ThingFilter } from './ThingList.tsx';

interface CountTableProps {
	counts: MergedCounts;
	filter: ThingFilter;
	onChoose(filter: ThingFilter): void;
}

/** How many things of each kind are new, changed, deleted, in two wordings; a number lists those alone. */
export function CountTable({ counts, filter, onChoose }: CountTableProps) {
	const kinds = mergedKinds.filter((kind) => mergedChanges.some((change) => counts[kind][change] > 0));
	if (kinds.length === 0) return null;
	return (
		<div className={styles.scroll}>
			<table className={styles.table} aria-label={message('merge.counts')}>
				<thead>
					<tr>
						<th scope="col">{message('merge.kinds')}</th>
						{mergedChanges.map((change) => (
							<th key={change} scope="col">
								{message(`merge.change.${change}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{kinds.map((kind) => (
						<tr key={kind}>
							<th scope="row">{message(`merge.kind.${kind}`)}</th>
							{mergedChanges.map((change) => (
								<td key={change}>
									<Count {...{ kind, change, filter, onChoose }} count={counts[kind][change]} />
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

interface CountProps extends Omit<CountTableProps, 'counts'> {
	kind: MergedKind;
	change: MergedChange;
	count: number;
}

function Count({ kind, change, count, filter, onChoose }: CountProps) {
	if (count === 0) return <span className={styles.soft}>–</span>;
	const isChosen = filter.kind === kind && filter.change === change;
	const words = { kind: message(`merge.kind.${kind}`), change: message(`merge.change.${change}`), count };
	return (
		<Button
			variant={isChosen ? 'primary' : 'quiet'}
			aria-label={message('merge.cell', words)}
			aria-pressed={isChosen}
			onPress={() => onChoose(isChosen ? {} : { kind, change })}
		>
			{formatNumber(count)}
		</Button>
	);
}
