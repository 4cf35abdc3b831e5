import { ChipButton } from '#renderer/ui/Chip.tsx';
import type { EventContext } from '#shared/chronology/event-context.ts';
import { markWords } from '#shared/chronology/event-words.ts';
import type { PlacedEvent } from '#shared/chronology/placed-events.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './UnplacedEvents.module.css';

interface UnplacedEventsProps {
	events: readonly PlacedEvent[];
	context: EventContext;
	chosenId: EventId | '';
	onChoose(id: EventId, isOpened: boolean): void;
}

const mostShown = 24;

/** What has no place on the axis, with the reason: no date and no order, or a date that nobody can read. */
export function UnplacedEvents({ events, context, chosenId, onChoose }: UnplacedEventsProps) {
	const unplaced = events.filter(({ stretch }) => stretch === null);
	if (unplaced.length === 0) return null;
	return (
		<section className={styles.unplaced}>
			<h2>{message('chronology.nowhere')}</h2>
			<ul>
				{unplaced.slice(0, mostShown).map((placed) => (
					<li key={placed.event.id}>
						<ChipButton
							isOn={placed.event.id === chosenId}
							tone={placed.placing === 'undated' ? 'plain' : 'warn'}
							aria-label={markWords(placed, context)}
							onPress={() => onChoose(placed.event.id, true)}
						>
							<span className={styles.chipTitle}>{placed.event.title}</span>
						</ChipButton>
					</li>
				))}
			</ul>
			{unplaced.length > mostShown ? (
				<span className={styles.more}>
					{message('chronology.nowhere-more', { count: unplaced.length - mostShown })}
				</span>
			) : null}
		</section>
	);
}
