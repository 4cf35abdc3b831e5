import { memo } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import type { EventContext } from '#shared/chronology/event-context.ts';
import { markWords, noteWords, whenWords } from '#shared/chronology/event-words.ts';
import { fittedLines } from '#shared/chronology/fitted-text.ts';
import { type Mark, sizes } from '#shared/chronology/layout.ts';
import { markShapes } from '#shared/chronology/mark-shapes.ts';
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

const whenSizePx = 11;
const titleSizePx = 12.5;
const lineHeightPx = 15;
/** Cards that stand beside each other do not touch. */
const cardPx = sizes.cardPx - 4;
const wordsPx = cardPx - 8;

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
	const notes = noteWords(placed);
	const titleLines = fittedLines(event.title, wordsPx, titleSizePx, 2);
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
			{/* Cut to the room there is; the name above says it whole. */}
			<g aria-hidden>
				<title>{event.title}</title>
				<text x={wordsAtPx + 1} y={sizes.bandPx + 11} className={styles.when}>
					{fittedLines(whenWords(placed, context), wordsPx, whenSizePx, 1)}
				</text>
				{titleLines.map((line, at) => (
					<text key={line} x={wordsAtPx + 1} y={sizes.bandPx + 25 + at * lineHeightPx} className={styles.words}>
						{line}
					</text>
				))}
				{notes === '' ? null : (
					<text x={wordsAtPx + 1} y={sizes.bandPx + 25 + titleLines.length * lineHeightPx} className={styles.notes}>
						{fittedLines(notes, wordsPx, whenSizePx, 1)}
					</text>
				)}
			</g>
		</g>
	);
});
