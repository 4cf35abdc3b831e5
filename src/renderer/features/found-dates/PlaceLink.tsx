import { Link } from '@tanstack/react-router';
import styles from '#renderer/ui/review-page.module.css';
import type { DatePlace } from '#shared/domain/found-date.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

interface PlaceLinkProps {
	recordId: RecordId;
	/** With its ¶ number; null where the passage has none. */
	place: DatePlace & { number: number | null };
}

/** Opens the text at a date, with its words marked. */
export function PlaceLink({ recordId, place: { editionId, ordinal, words, number } }: PlaceLinkProps) {
	return (
		<Link
			to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
			params={{ recordId, editionId, ordinal: String(ordinal), annotationId: undefined }}
			search={{ q: `"${words.replaceAll(/["\s]+/g, ' ')}"` }}
			className={styles.source}
		>
			{number === null ? message('found-dates.open') : message('found-dates.open-paragraph', { number })}
		</Link>
	);
}
