import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useGestures } from '#renderer/lib/gestures.ts';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { tickWords } from '#shared/chronology/axis-words.ts';
import type { EventContext } from '#shared/chronology/event-context.ts';
import type { Lane } from '#shared/chronology/lanes.ts';
import { type LaidLane, layOut, type Sight } from '#shared/chronology/layout.ts';
import type { PlacedEvent } from '#shared/chronology/placed-events.ts';
import { panned, type TimeScale, ticksOf, zoomed } from '#shared/chronology/time-scale.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { toggleFold, useChronology } from '../chronology-store.ts';
import { LaneMarks, markDomId, overscanPx } from './LaneMarks.tsx';
import { type MarkPlace, nextMark } from './next-mark.ts';
import styles from './Picture.module.css';
import { changeScale, moveScale, scaleOf } from './picture-view.ts';
import { useRoom } from './use-room.ts';

interface PictureProps {
	lanes: readonly Lane[];
	events: readonly PlacedEvent[];
	context: EventContext;
	chosenId: EventId | '';
	onChoose(id: EventId, isOpened?: boolean): void;
}

const laneTitleWidthPx = 132;
const laneTitleHeightPx = 26;
/** Coordinates start anew every so many pixels: far from zero, a screen's numbers are too coarse. */
const originStepPx = 100_000;

/** Events along the time, in lanes. Only what is in sight is drawn; where a thing stands depends on the zoom alone. */
export function Picture({ lanes, events, context, chosenId, onChoose }: PictureProps) {
	const scroll = useRef<HTMLDivElement>(null);
	const area = useRef<HTMLDivElement>(null);
	const room = useRoom(scroll);
	const isNarrow = useMediaQuery(narrowWindow);
	const { scale: moved, unfolded, laneKey } = useChronology();
	const titleWidthPx = isNarrow ? 0 : laneTitleWidthPx;
	const widthPx = Math.max(100, room.widthPx - titleWidthPx);
	const scale = useMemo(() => scaleOf(events, widthPx, moved), [events, widthPx, moved]);
	const { pxPerDay } = scale;
	const titlePx = isNarrow ? laneTitleHeightPx : 0;
	const laid = useMemo(() => layOut(lanes, { pxPerDay, unfolded, titlePx }), [lanes, pxPerDay, unfolded, titlePx]);
	const leftPx = scale.startDay * pxPerDay;
	const originPx = Math.round(leftPx / originStepPx) * originStepPx;
	const sight: Sight = {
		fromPx: leftPx - overscanPx,
		toPx: leftPx + widthPx + overscanPx,
		topPx: room.scrollTopPx - overscanPx,
		bottomPx: room.scrollTopPx + room.heightPx + overscanPx,
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
	useBroughtIntoSight(current, scale, widthPx, scroll);

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
		<section className={styles.picture} aria-label={message('chronology.picture')}>
			<Axis scale={scale} widthPx={widthPx} titleWidthPx={titleWidthPx} />
			<div ref={scroll} className={styles.scroll} onScroll={room.onScroll}>
				<div className={styles.lanes} style={{ blockSize: laid.heightPx }}>
					{seen.map((lane) => (
						<LaneTitle key={lane.lane.key} lane={lane} widthPx={titleWidthPx} />
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
							</g>
						</svg>
					</div>
				</div>
			</div>
		</section>
	);
}

/** How a time fades out where it is open. A mask, not a gradient of colour: it keeps the colour of what it is on. */
function Fades() {
	return (
		<defs>
			<Fade id="chronology-to-end" from={0.7} to={0} />
			<Fade id="chronology-to-start" from={0} to={0.7} />
		</defs>
	);
}

function Fade({ id, from, to }: { id: string; from: number; to: number }) {
	return (
		<>
			<linearGradient id={`${id}-light`}>
				<stop stopColor="#fff" stopOpacity={from} />
				<stop offset={1} stopColor="#fff" stopOpacity={to} />
			</linearGradient>
			<mask id={id} maskContentUnits="objectBoundingBox">
				<rect width={1} height={1} fill={`url(#${id}-light)`} />
			</mask>
		</>
	);
}

function Axis({ scale, widthPx, titleWidthPx }: { scale: TimeScale; widthPx: number; titleWidthPx: number }) {
	return (
		<div className={styles.axis} aria-hidden style={{ paddingInlineStart: titleWidthPx }}>
			<div className={styles.ticks}>
				{ticksOf(scale, widthPx).map((tick) => (
					<span
						key={tick.day}
						className={styles.tick}
						style={{ transform: `translateX(${Math.round((tick.day - scale.startDay) * scale.pxPerDay)}px)` }}
					>
						{tickWords(tick)}
					</span>
				))}
			</div>
		</div>
	);
}

function LaneTitle({
	lane: { lane, topPx, heightPx, isFoldable, isUnfolded },
	widthPx,
}: {
	lane: LaidLane;
	widthPx: number;
}) {
	const Icon = isUnfolded ? ChevronDown : ChevronRight;
	const hidden = lane.events.filter(({ stretch }) => stretch !== null).length;
	return (
		<div className={styles.lane} style={{ transform: `translateY(${topPx}px)`, blockSize: heightPx }}>
			<div className={styles.laneTitle} style={widthPx === 0 ? undefined : { inlineSize: widthPx }}>
				<span dir="auto">{lane.title}</span>
				{isFoldable ? (
					<Button
						variant="quiet"
						aria-expanded={isUnfolded}
						aria-label={message('chronology.unfold', { lane: lane.title, count: hidden })}
						className={styles.fold}
						onPress={() => toggleFold(lane.key)}
					>
						<Icon size={14} aria-hidden />
						{message('chronology.count', { count: hidden })}
					</Button>
				) : null}
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
	scale: TimeScale,
	widthPx: number,
	scroll: RefObject<HTMLElement | null>,
): void {
	const latest = useRef({ current, scale, widthPx });
	latest.current = { current, scale, widthPx };
	const id = current?.mark.id;
	const isReady = widthPx > 100;
	useEffect(() => {
		const { current: place, scale: from, widthPx: width } = latest.current;
		if (!id || !place || !isReady) return;
		const left = place.mark.fromPx - from.startDay * from.pxPerDay;
		if (left < 0 || left + marginPx > width) moveScale((known) => panned(known, left - width / 3));
		const element = scroll.current;
		if (!element) return;
		const [top, bottom] = [place.mark.topPx - marginPx, place.mark.topPx + 2 * marginPx];
		if (top < element.scrollTop) element.scrollTop = top;
		else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
	}, [id, isReady, scroll]);
}
