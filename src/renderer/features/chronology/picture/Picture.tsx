import { useMemo, useRef } from 'react';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { stretchOfYears } from '#shared/chronology/event-filter.ts';
import type { PlacedEvent } from '#shared/chronology/placed-events.ts';
import { message } from '#shared/messages/messages.ts';
import { useChronology } from '../chronology-store.ts';
import { Axis } from './Axis.tsx';
import { Lanes, type ShownLanes } from './Lanes.tsx';
import styles from './Picture.module.css';
import { wholeScale } from './picture-view.ts';
import { useRoom } from './use-room.ts';

interface PictureProps extends ShownLanes {
	events: readonly PlacedEvent[];
}

const laneTitleWidthPx = 148;
const leastWidthPx = 100;

/** Events along the time, in lanes. Only what is in sight is drawn; where a thing stands depends on the zoom alone. */
export function Picture({ events, ...shown }: PictureProps) {
	const scroll = useRef<HTMLDivElement>(null);
	const { room, scrollTopPx, onScroll } = useRoom(scroll);
	const isNarrow = useMediaQuery(narrowWindow);
	const moved = useChronology((view) => view.scale);
	const titleWidthPx = isNarrow ? 0 : laneTitleWidthPx;
	const widthPx = room && Math.max(leastWidthPx, room.widthPx - titleWidthPx);
	const { fromYear, toYear } = useChronology((view) => view.filter);
	const whole = useMemo(
		() => (widthPx === null ? null : wholeScale(events, widthPx, stretchOfYears({ fromYear, toYear }))),
		[events, widthPx, fromYear, toYear],
	);
	const scale = whole && (moved ?? whole);
	return (
		<section className={styles.picture} aria-label={message('chronology.picture')}>
			<Axis scale={scale} widthPx={widthPx ?? 0} titleWidthPx={titleWidthPx} />
			<div ref={scroll} className={styles.scroll} onScroll={onScroll}>
				{room && widthPx !== null && scale ? (
					<Lanes {...shown} {...{ scale, widthPx, scrollTopPx, titleWidthPx, scroll }} heightPx={room.heightPx} />
				) : null}
			</div>
		</section>
	);
}
