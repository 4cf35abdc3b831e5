import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { archive } from '#renderer/lib/archive.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { LinkView } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './LinksTab.module.css';
import { LinkTarget } from './LinkTarget.tsx';
import { groupLinks } from './link-groups.ts';

/** Every link of a record, by what it says and in which direction; the suggested ones first, since they wait. */
export function LinksTab({ recordId }: { recordId: RecordId }) {
	const { data: links, error } = useQuery(queries.links.list({ kind: 'record', id: recordId }));
	if (error) return <ErrorNotice error={error} />;
	if (!links) return null;
	if (links.length === 0) return <p className={styles.none}>{message('links.none')}</p>;
	return (
		<div className={styles.tab}>
			{groupLinks(links).map(({ key, title, links: group }) => (
				<section key={key}>
					<h2 className={styles.title}>
						{title} <span className={styles.count}>{group.length}</span>
					</h2>
					<ul className={styles.list}>
						{group.map((link) => (
							<LinkRow key={link.id} link={link} />
						))}
					</ul>
				</section>
			))}
		</div>
	);
}

function LinkRow({ link }: { link: LinkView }) {
	const isReadOnly = useIsReadOnly();
	const { id, origin, other, fromNumber } = link;
	return (
		<li className={styles.link}>
			<div className={styles.words}>
				<LinkTarget link={link} />
				<span className={styles.facts}>
					{fromNumber === null ? null : <span>¶{fromNumber}</span>}
					{other.holding === 'described-only' ? (
						<Chip tone="warn">{message('record.holding.described-only')}</Chip>
					) : null}
					{origin === 'automatic' ? <span>{message('links.automatic')}</span> : null}
				</span>
			</div>
			{isReadOnly ? null : (
				<span className={styles.actions}>
					{origin === 'suggested' ? (
						<IconButton
							label={message('links.accept')}
							onPress={() => void archive.calls.links.accept({ id }).catch(showError)}
						>
							<Check size={15} />
						</IconButton>
					) : null}
					<IconButton
						label={message('links.remove')}
						onPress={() => void archive.calls.links.remove({ ids: [id] }).catch(showError)}
					>
						<X size={15} />
					</IconButton>
				</span>
			)}
		</li>
	);
}
