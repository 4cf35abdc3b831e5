import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useGestures } from '#renderer/lib/gestures.ts';
import type { EventContext } from '#shared/chronology/event-context.ts';
import type { Lane } from '#shared/chronology/lanes.ts';
import { type LaidLane, layOut, type Sight } from '#shared/chronology/layout.ts';
import { panned, type TimeScale, zoomed } from '#shared/chronology/time-scale.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { toggleFold, useChronology } from '../chronology-store.ts';
import { wholeCardPx } from './card-lines.ts';
import { Fades } from './Fades.tsx';
import { LaneMarks, markDomId, overscanPx, wordsAt } from './LaneMarks.tsx';
import { LaneTitle } from './LaneTitle.tsx';
import { type MarkPlace, nextMark } from './next-mark.ts';
import styles from './Picture.module.css';
import { changeScale, moveScale } from './picture-view.ts';
import { WholeCard } from './WholeCard.tsx';

/** What is drawn, and what a press does. */
export interface ShownLanes {
	lanes: readonly Lane[];
	context: EventContext;
	chosenId: EventId | '';
	onChoose(id: EventId, isOpened?: boolean): void;
}

interface LanesProps extends ShownLanes {
	scale: TimeScale;
	/** Of the time that is in sight, beside the titles. */
	widthPx: number;
	heightPx: number;
	scrollTopPx: number;
	titleWidthPx: number;
	/** What scrolls them. */
	scroll: RefObject<HTMLElement | null>;
}

const laneTitleHeightPx = 26;
/** Coordinates start anew every so many pixels: far from zero, a screen's numbers are too coarse. */
const originStepPx = 100_000;

/** Lanes under each other, as far as they are in sight, and the keys and gestures that move them. */
export function Lanes(props: LanesProps) {
	const { lanes, context, chosenId, onChoose, scale, widthPx, heightPx, scrollTopPx, titleWidthPx, scroll } = props;
	const area = useRef<HTMLDivElement>(null);
	const unfolded = useChronology((view) => view.unfolded);
	const laneKey = useChronology((view) => view.laneKey);
	const { pxPerDay } = scale;
	const titlePx = titleWidthPx === 0 ? laneTitleHeightPx : 0;
	const laid = useMemo(() => layOut(lanes, { pxPerDay, unfolded, titlePx }), [lanes, pxPerDay, unfolded, titlePx]);
	const leftPx = scale.startDay * pxPerDay;
	const originPx = Math.round(leftPx / originStepPx) * originStepPx;
	const sight: Sight = {
		fromPx: leftPx - overscanPx,
		toPx: leftPx + widthPx + overscanPx,
		topPx: scrollTopPx - overscanPx,
		bottomPx: scrollTopPx + heightPx + overscanPx,
	};
	const current = placeOf(laid.lanes, chosenId, laneKey);
	const { handlers, wasDragged } = useGestures(area, {
		// Lanes scroll with the drag, over their titles, and by the scroll bar.
		pan(dx, dy) {
			moveScale((known) => panned(known, dx));
			if (scroll.current) scroll.current.scrollTop += dy;
		},
		zoom: (factor, at) => moveScale((known) => zoomed(known, factor, at.x)),
	});
	const cardPx = current ? wholeCardPx(current.mark.placed, context) : 0;
	useBroughtIntoSight(current, cardPx, scale, widthPx, scroll);

	function press(event: KeyboardEvent): void {
		if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
		if (!act(event)) return;
		event.preventDefault();
	}

	/** False when the key means nothing here. */
	function act({ key, shiftKey }: KeyboardEvent): boolean {
		const atPx = current ? current.mark.fromPx - leftPx : -1;
		const chosenPx = atPx >= 0 && atPx <= widthPx ? atPx : undefined;
		if (changeScale(key, shiftKey, { widthPx, chosenPx })) return true;
		if (key === 'Enter' || key === ' ') {
			if (current) onChoose(current.mark.placed.event.id, true);
			return true;
		}
		const next = nextMark(key, laid.lanes, current);
		if (!next) return false;
		useChronology.setState({ laneKey: next.laneKey });
		onChoose(next.mark.placed.event.id);
		return true;
	}

	function click(event: MouseEvent): void {
		if (wasDragged() || !(event.target instanceof Element)) return;
		const stack = event.target.closest<SVGElement>('[data-stack]');
		if (stack) toggleFold(stack.dataset.stack ?? '');
		const id = event.target.closest<SVGElement>('[data-event]')?.dataset.event;
		const lane = laid.lanes.find(({ topPx, heightPx }) => {
			const y = event.clientY - (area.current?.getBoundingClientRect().top ?? 0);
			return y >= topPx && y < topPx + heightPx;
		});
		if (!id) return;
		useChronology.setState({ laneKey: lane?.lane.key ?? null });
		onChoose(id as EventId, true);
	}

	const seen = laid.lanes.filter(({ topPx, heightPx }) => topPx < sight.bottomPx && topPx + heightPx > sight.topPx);
	return (
		<div className={styles.lanes} style={{ blockSize: laid.heightPx }}>
			{seen.map(({ lane, topPx, heightPx, isFoldable, isUnfolded }) => (
				<LaneTitle key={lane.key} {...{ lane, topPx, heightPx, isFoldable, isUnfolded }} widthPx={titleWidthPx} />
			))}
			<div
				ref={area}
				role="listbox"
				tabIndex={0}
				aria-label={message('chronology.picture-list')}
				aria-activedescendant={current ? markDomId(current.mark) : undefined}
				data-takes-focus={chosenId === '' ? undefined : ''}
				className={styles.area}
				style={{ insetInlineStart: titleWidthPx, inlineSize: widthPx }}
				onKeyDown={press}
				onClick={click}
				{...handlers}
			>
				<svg role="presentation" width={widthPx} height={laid.heightPx} className={styles.svg}>
					<Fades />
					<g transform={`translate(${originPx - leftPx} 0)`}>
						{seen.map((lane) => (
							<LaneMarks key={lane.lane.key} {...{ lane, sight, originPx, pxPerDay, context, chosenId }} />
						))}
						{current && (
							<WholeCard
								{...{
									mark: current.mark,
									originPx,
									pxPerDay,
									context,
									rightPx: leftPx + widthPx,
									heightPx: laid.heightPx,
								}}
								wordsAtPx={wordsAt(current.mark, sight)}
							/>
						)}
					</g>
				</svg>
			</div>
		</div>
	);
}

function placeOf(lanes: readonly LaidLane[], chosenId: EventId | '', laneKey: string | null): MarkPlace | null {
	if (chosenId === '') return null;
	let found: MarkPlace | null = null;
	for (const { lane, marks } of lanes) {
		if (found && lane.key !== laneKey) continue;
		const mark = marks.find(({ placed }) => placed.event.id === chosenId);
		if (mark) found = { laneKey: lane.key, mark };
		if (mark && lane.key === laneKey) break;
	}
	return found;
}

const marginPx = 40;

/** What is chosen comes into sight, and only as far as it must. */
function useBroughtIntoSight(
	current: MarkPlace | null,
	cardPx: number,
	scale: TimeScale,
	widthPx: number,
	scroll: RefObject<HTMLElement | null>,
): void {
	const latest = useRef({ current, cardPx, scale, widthPx });
	latest.current = { current, cardPx, scale, widthPx };
	const id = current?.mark.id;
	useEffect(() => {
		const { current: place, cardPx: height, scale: from, widthPx: width } = latest.current;
		if (!id || !place) return;
		const left = place.mark.fromPx - from.startDay * from.pxPerDay;
		if (left < 0 || left + marginPx > width) moveScale((known) => panned(known, left - width / 3));
		const element = scroll.current;
		if (!element) return;
		const [top, bottom] = [place.mark.topPx - marginPx, place.mark.topPx + Math.max(height + 8, 2 * marginPx)];
		if (top < element.scrollTop) element.scrollTop = top;
		else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
	}, [id, scroll]);
}
