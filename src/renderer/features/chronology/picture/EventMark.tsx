import { memo } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import type { EventContext } from '#shared/chronology/event-context.ts';
import { markWords } from '#shared/chronology/event-words.ts';
import { type Mark, sizes } from '#shared/chronology/layout.ts';
import { markShapes } from '#shared/chronology/mark-shapes.ts';
import { cardLines, cardPx } from './card-lines.ts';
import styles from './Picture.module.css';

interface EventMarkProps {
	mark: Mark;
	domId: string;
	/** Of all in its lane, from 1. */
	position: number;
	setSize: number;
	/** Where x is 0, in pixels from day 0. */
	originPx: number;
	pxPerDay: number;
	/** How far the words stand after the beginning: what is long keeps them in sight. */
	wordsAtPx: number;
	context: EventContext;
	isChosen: boolean;
}

/** One event: its time as it is said, and under that its words. */
export const EventMark = memo(function EventMark({
	mark,
	domId,
	position,
	setSize,
	originPx,
	pxPerDay,
	wordsAtPx,
	context,
	isChosen,
}: EventMarkProps) {
	const { placed, fromPx, topPx } = mark;
	const { event, extent, placing } = placed;
	const isDoubtful = extent?.isUncertain || extent?.isApproximate;
	const lines = cardLines(placed, context, false);
	return (
		<g
			data-event={event.id}
			data-kind={event.kind}
			data-chosen={isChosen ? '' : undefined}
			transform={`translate(${fromPx - originPx} ${topPx})`}
			className={classes(
				styles.mark,
				isDoubtful && styles.doubtful,
				placing === 'ordered' && styles.ordered,
				extent?.choice === 'one-of' && styles.oneOf,
				event.disputingRecordIds.length > 0 && styles.disputed,
			)}
		>
			<g
				id={domId}
				role="option"
				aria-label={markWords(placed, context)}
				aria-selected={isChosen}
				aria-posinset={position}
				aria-setsize={setSize}
				data-mark=""
			>
				<rect x={wordsAtPx - 3} y={-3} width={cardPx} height={sizes.rowPx - 4} rx={4} className={styles.card} />
				{markShapes(placed, pxPerDay, fromPx).map(({ role, path }) => (
					<path key={path} d={path} className={styles[role]} />
				))}
			</g>
			{/* Cut to the room there is; the name above says it whole, and so does the card of what is chosen. */}
			<g aria-hidden>
				<title>{event.title}</title>
				{lines.map(({ kind, text, y }) => (
					<text key={y} x={wordsAtPx + 1} y={y} className={styles[kind]}>
						{text}
					</text>
				))}
			</g>
		</g>
	);
});
