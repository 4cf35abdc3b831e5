import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import type { NameId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDialogs.module.css';

interface UsesProps {
	ids: NameId[];
}

/** How much points at these names, and would lose its end. */
export function Uses({ ids }: UsesProps) {
	const { data: uses } = useQuery(queries.names.uses({ ids }));
	return (
		<p className={styles.soft} role="status">
			{uses ? message('names.remove.lost', { links: uses.linkCount, events: uses.eventCount }) : ''}
		</p>
	);
}
