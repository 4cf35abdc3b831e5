import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { message } from '#shared/messages/messages.ts';
import { ConflictCard } from './ConflictCard.tsx';
import styles from './ConflictsPage.module.css';

/** Texts that two people worded without having seen each other's, until someone settles which one stands. */
export function ConflictsPage() {
	const { data: conflicts = [], error, isPending } = useQuery(queries.conflicts.list());
	if (error) return <ErrorNotice error={error} />;
	if (conflicts.length === 0 && !isPending)
		return <EmptyState isPage title={message('conflicts.empty.title')} text={message('conflicts.empty.text')} />;
	return (
		<div className={styles.page}>
			<header className={styles.bar}>
				<h1 className={styles.title}>{message('conflicts.title')}</h1>
				<span role="status" className={styles.soft}>
					{message('conflicts.count', { count: conflicts.length })}
				</span>
			</header>
			<p className={styles.text}>{message('conflicts.text')}</p>
			<ul className={styles.list} aria-label={message('conflicts.title')} data-takes-focus="" tabIndex={-1}>
				{conflicts.map((conflict) => (
					<li key={conflict.id} className={styles.entry}>
						<ConflictCard conflict={conflict} />
					</li>
				))}
			</ul>
		</div>
	);
}
