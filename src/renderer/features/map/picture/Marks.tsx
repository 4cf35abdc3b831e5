import type { Room } from '#renderer/lib/use-room.ts';
import { classes } from '#renderer/ui/classes.ts';
import { labelHeightPx } from '#shared/graph/labels.ts';
import { labelsInSight, type SeenMark } from '#shared/map/map-scene.ts';
import { markWords } from '#shared/map/map-table.ts';
import styles from './Picture.module.css';

interface MarksProps {
	seen: readonly SeenMark[];
	room: Room;
	chosenId: string;
}

/** Places by how much took place there, how far off they may be, and their labels where is room for them. */
export function Marks({ seen, room, chosenId }: MarksProps) {
	return (
		<>
			{seen.map(({ mark, x, y, uncertaintyPx }) => (
				<g key={mark.id} data-place={mark.place.id}>
					<title>{markWords(mark.place)}</title>
					{uncertaintyPx > mark.radiusPx ? (
						<circle className={styles.uncertain} cx={x} cy={y} r={uncertaintyPx} />
					) : null}
					<circle
						className={classes(styles.place, mark.place.id === chosenId && styles.chosen)}
						cx={x}
						cy={y}
						r={mark.radiusPx}
					/>
				</g>
			))}
			{labelsInSight(seen, room, chosenId).map(({ id, text, left, top }) => (
				<text key={id} className={styles.label} x={left} y={top + labelHeightPx - 4}>
					{text}
				</text>
			))}
		</>
	);
}
