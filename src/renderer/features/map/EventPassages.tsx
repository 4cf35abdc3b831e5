import { useQuery } from '@tanstack/react-query';
import { QuoteCardButton } from '#renderer/features/quotes/index.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import type { EventId } from '#shared/domain/ids.ts';
import styles from './PlaceDetails.module.css';

/** The words that attest an event, each with its quote card. What contradicts it stands in the chronology. */
export function EventPassages({ id }: { id: EventId }) {
	const { data: evidence } = useQuery(queries.evidence.ofEvent({ id }));
	return evidence?.attests.map(({ linkId, record, range, words }) =>
		record && range && words !== '' ? (
			<p key={linkId} className={styles.passage}>
				<q className={styles.soft} dir="auto">
					{words}
				</q>
				<QuoteCardButton recordId={record.id} range={range} />
			</p>
		) : null,
	);
}
