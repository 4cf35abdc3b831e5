import type { EventContext } from '#shared/chronology/event-context.ts';
import { inSight, type LaidLane, type Mark, type Sight, sizes } from '#shared/chronology/layout.ts';
import { sameEventJoins } from '#shared/chronology/same-events.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { EventMark } from './EventMark.tsx';
import styles from './Picture.module.css';

interface LaneMarksProps {
	lane: LaidLane;
	sight: Sight;
	originPx: number;
	pxPerDay: number;
	context: EventContext;
	chosenId: EventId | '';
}

/** What of a lane is in sight. */
export function LaneMarks({ lane, sight, originPx, pxPerDay, context, chosenId }: LaneMarksProps) {
	const marks = inSight(lane.marks, sight);
	const positions = positionsOf(marks, lane.marks);
	return (
		// biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an SVG group is not interactive
		// biome-ignore lint/a11y/useSemanticElements: a list box groups its options by this role
		<g role="group" aria-label={lane.lane.title}>
			{sameEventJoins(lane, marks, originPx).map(({ id, path }) => (
				<path key={id} className={styles.same} d={path} />
			))}
			{marks.map((mark, at) => (
				<EventMark
					key={mark.id}
					mark={mark}
					domId={markDomId(mark)}
					position={positions[at] ?? 0}
					setSize={lane.marks.length}
					originPx={originPx}
					pxPerDay={pxPerDay}
					wordsAtPx={wordsAt(mark, sight)}
					context={context}
					isChosen={mark.placed.event.id === chosenId}
				/>
			))}
			{inSight(lane.stacks, sight).map(({ id, laneKey, count, fromPx, topPx }) => (
				<g
					key={id}
					data-stack={laneKey}
					transform={`translate(${fromPx - originPx} ${topPx})`}
					className={styles.stack}
				>
					<g role="option" aria-selected={false} aria-label={message('chronology.stack', { count })}>
						<title>{message('chronology.stack', { count })}</title>
						<rect y={2} width={sizes.stackPx - 8} height={24} rx={12} />
					</g>
					<text aria-hidden x={(sizes.stackPx - 8) / 2} y={18} textAnchor="middle">
						{message('chronology.stack-short', { count })}
					</text>
				</g>
			))}
		</g>
	);
}

/** Where those in sight stand in their lane, from 1. They are in its order. */
function positionsOf(marks: readonly Mark[], all: readonly Mark[]): number[] {
	let at = -1;
	return marks.map((mark) => {
		at = all.indexOf(mark, at + 1);
		return at + 1;
	});
}

export function markDomId({ id }: Pick<Mark, 'id'>): string {
	return `mark-${id.replace(/[^\w-]/g, '_')}`;
}

/** The words of what began out of sight stand at the edge, as long as it lasts. */
export function wordsAt({ fromPx, toPx }: Mark, { fromPx: leftPx }: Sight): number {
	const room = toPx - fromPx - sizes.cardPx;
	return room <= 0 ? 0 : Math.round(Math.max(0, Math.min(room, leftPx + overscanPx + 4 - fromPx)));
}

/** How far beyond the edges is drawn, so that not every pixel draws something anew. */
export const overscanPx = 200;
