import type { EventContext } from '#shared/chronology/event-context.ts';
import type { Mark } from '#shared/chronology/layout.ts';
import { markShapes } from '#shared/chronology/mark-shapes.ts';
import { cardLines, cardPx, wholeCardPx } from './card-lines.ts';
import styles from './Picture.module.css';

interface WholeCardProps {
	mark: Mark;
	originPx: number;
	pxPerDay: number;
	wordsAtPx: number;
	context: EventContext;
	/** Where the picture ends at the right, and below. */
	rightPx: number;
	heightPx: number;
}

/**
 * The chosen event with all of its words, over what lies there, where its own card had to cut them off: nobody need have a
 * pointer, or the pane with what is known of it, to read them.
 */
export function WholeCard({ mark, originPx, pxPerDay, wordsAtPx, context, rightPx, heightPx }: WholeCardProps) {
	const { placed, fromPx, topPx } = mark;
	const lines = cardLines(placed, context, true);
	const ownLines = cardLines(placed, context, false);
	if (lines.every(({ text }, at) => text === ownLines[at]?.text)) return null;
	const bottomPx = wholeCardPx(placed, context);
	const left = Math.min(wordsAtPx, rightPx - cardPx - fromPx);
	const top = Math.max(0, Math.min(topPx, heightPx - bottomPx - 2));
	return (
		<g
			aria-hidden
			data-whole-card=""
			data-kind={placed.event.kind}
			data-chosen=""
			className={`${styles.mark} ${styles.whole}`}
			transform={`translate(${fromPx - originPx} ${top})`}
		>
			<rect x={left - 3} y={-3} width={cardPx} height={bottomPx + 3} rx={4} className={styles.card} />
			{markShapes(placed, pxPerDay, fromPx).map(({ role, path }) => (
				<path key={path} d={path} className={styles[role]} />
			))}
			{lines.map(({ kind, text, y }) => (
				<text key={y} x={left + 1} y={y} className={styles[kind]}>
					{text}
				</text>
			))}
		</g>
	);
}
