import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import type { NameId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDialogs.module.css';

interface UsesProps {
	ids: NameId[];
	/** The sentence that says what becomes of them. */
	words: 'names.merge.follow' | 'names.remove.lost';
}

/** How much points at these names, and what becomes of that. */
export function Uses({ ids, words }: UsesProps) {
	const { data: uses } = useQuery(queries.names.uses({ ids }));
	return (
		<p className={styles.soft} role="status">
			{uses ? message(words, { links: uses.linkCount, events: uses.eventCount }) : ''}
		</p>
	);
}
