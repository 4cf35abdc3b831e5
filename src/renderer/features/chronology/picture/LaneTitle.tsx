import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import type { Lane } from '#shared/chronology/lanes.ts';
import type { LaidLane } from '#shared/chronology/layout.ts';
import { message } from '#shared/messages/messages.ts';
import { toggleFold } from '../chronology-store.ts';
import styles from './Picture.module.css';

interface LaneTitleProps extends Pick<LaidLane, 'topPx' | 'heightPx' | 'isFoldable' | 'isUnfolded'> {
	lane: Lane;
	/** Of the column of titles; 0 where each stands above its lane. */
	widthPx: number;
}

/** What a lane is, and its fold. The same while one pans. */
export const LaneTitle = memo(function LaneTitle(props: LaneTitleProps) {
	const { lane, widthPx, topPx, heightPx, isFoldable, isUnfolded } = props;
	const Icon = isUnfolded ? ChevronDown : ChevronRight;
	const count = lane.events.filter(({ stretch }) => stretch !== null).length;
	return (
		<div className={styles.lane} style={{ transform: `translateY(${topPx}px)`, blockSize: heightPx }}>
			<div className={styles.laneTitle} style={widthPx === 0 ? undefined : { inlineSize: widthPx }}>
				<span dir="auto">{lane.title}</span>
				{isFoldable ? (
					<Button
						variant="quiet"
						aria-expanded={isUnfolded}
						aria-label={message('chronology.unfold', { lane: lane.title, count })}
						className={styles.fold}
						onPress={() => toggleFold(lane.key)}
					>
						<Icon size={14} aria-hidden />
						{message('chronology.count', { count })}
					</Button>
				) : null}
			</div>
		</div>
	);
});
