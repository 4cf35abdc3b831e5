import { tickWords } from '#shared/chronology/axis-words.ts';
import { type TimeScale, ticksOf } from '#shared/chronology/time-scale.ts';
import styles from './Picture.module.css';

interface AxisProps {
	/** Null while nobody knows how wide it is. */
	scale: TimeScale | null;
	widthPx: number;
	titleWidthPx: number;
}

/** Days, months or years above the lanes. */
export function Axis({ scale, widthPx, titleWidthPx }: AxisProps) {
	return (
		<div className={styles.axis} aria-hidden style={{ paddingInlineStart: titleWidthPx }}>
			<div className={styles.ticks}>
				{scale
					? ticksOf(scale, widthPx).map((tick) => (
							<span
								key={tick.day}
								className={styles.tick}
								style={{ transform: `translateX(${Math.round((tick.day - scale.startDay) * scale.pxPerDay)}px)` }}
							>
								{tickWords(tick)}
							</span>
						))
					: null}
			</div>
		</div>
	);
}
