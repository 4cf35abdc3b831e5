import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import type { NameId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDialogs.module.css';

/** What merging these names does to links and events, the first being the one that stays. */
export function MergeConsequences({ ids }: { ids: NameId[] }) {
	const { data: preview } = useQuery(queries.names.previewMerge({ ids }));
	return (
		<div role="status" className={styles.consequences}>
			{preview ? (
				<p className={styles.soft}>
					{message('names.merge.follow', {
						links: preview.linkCount - preview.linksBetween,
						events: preview.eventCount,
					})}
				</p>
			) : null}
			{preview && preview.linksBetween > 0 ? (
				<p className={styles.warning}>{message('names.merge.between', { count: preview.linksBetween })}</p>
			) : null}
			{preview?.rings.map((ring) => (
				<p key={ring.join()} className={styles.warning}>
					{message('names.merge.ring', { names: ring.join(', ') })}
				</p>
			))}
		</div>
	);
}
