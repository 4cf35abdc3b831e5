import { message } from '#shared/messages/messages.ts';
import styles from './BesidePage.module.css';
import type { DrawnPair } from './drawn-text.ts';
import { isPaired, type ParallelView } from './parallel-view.ts';

interface AlignmentStatusProps {
	texts: DrawnPair | null;
	parallel: ParallelView | null;
	error: unknown;
}

/** How far the two texts stand beside each other, in words; nothing of a text beside itself. */
export function AlignmentStatus({ texts, parallel, error }: AlignmentStatusProps) {
	const isOneText = texts !== null && texts.first.editionId === texts.second.editionId;
	return (
		<p role="status" className={styles.aligned}>
			{!texts || isOneText
				? ''
				: error
					? message('beside.align-failed')
					: parallel
						? countsOf(parallel)
						: message('beside.aligning')}
		</p>
	);
}

function countsOf({ groups }: ParallelView): string {
	const count = (side: 'first' | 'second', arePaired: boolean) =>
		groups.reduce((sum, group) => sum + (isPaired(group) === arePaired ? group[side].length : 0), 0);
	return message('beside.aligned', {
		paired: count('first', true),
		first: count('first', false),
		second: count('second', false),
	});
}
