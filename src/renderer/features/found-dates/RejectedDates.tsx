import { Button } from '#renderer/ui/Button.tsx';
import { ReviewList } from '#renderer/ui/ReviewList.tsx';
import styles from '#renderer/ui/review-page.module.css';
import type { RejectedDate } from '#shared/domain/found-date.ts';
import { message } from '#shared/messages/messages.ts';
import { readmitDate } from './found-date-mutations.ts';
import { PlaceLink } from './PlaceLink.tsx';

interface RejectedDatesProps {
	rejected: readonly RejectedDate[];
	isReadOnly: boolean;
}

/** Words that were said to be no date, to be offered again. */
export function RejectedDates({ rejected, isReadOnly }: RejectedDatesProps) {
	return (
		<ReviewList label={message('found-dates.rejected-list')} items={rejected} keyOf={({ id }) => id}>
			{(each, onSettled) => (
				<div className={styles.words}>
					<span className={styles.name} dir="auto">
						{each.words}
					</span>
					<PlaceLink recordId={each.recordId} place={each} />
					{isReadOnly ? null : (
						<Button
							variant="quiet"
							aria-label={message('found-dates.readmit-words', { words: each.words })}
							onPress={() => {
								onSettled();
								void readmitDate(each);
							}}
						>
							{message('found-dates.readmit')}
						</Button>
					)}
				</div>
			)}
		</ReviewList>
	);
}
