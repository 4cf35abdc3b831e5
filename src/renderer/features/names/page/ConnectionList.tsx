import { useQuery } from '@tanstack/react-query';
import { Link2, X } from 'lucide-react';
import { LinkTarget, relationName, removeLink, startLinking } from '#renderer/features/links/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import inspector from '#renderer/ui/inspector-part.module.css';
import type { LinkView } from '#shared/domain/link.ts';
import type { Name } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import type { MentionGroup } from '#shared/search/mentions/mention-rows.ts';
import { Things } from '../LinkedThings.tsx';
import { useLinkedThings } from '../use-linked-things.ts';
import { MentionNotes } from './MentionNotes.tsx';
import styles from './NamePage.module.css';

const none: LinkView[] = [];
const kinds = ['annotation', 'name', 'record', 'event'] as const;

interface ConnectionListProps {
	name: Name;
	/** The passages in which it stands. */
	groups: readonly MentionGroup[];
}

/** Events, notes on its mentions, and every link by what it says: notes that speak of the name, other names, what it is a part of. */
export function ConnectionList({ name, groups }: ConnectionListProps) {
	const isReadOnly = useIsReadOnly();
	const { data: links = none } = useQuery(queries.links.list({ kind: 'name', id: name.id }));
	const { events } = useLinkedThings(name);
	// Those that a link leads to stand below, with what it says.
	const taking = events.filter(({ id }) => !links.some(({ other }) => other.id === id));
	const ring = ringOf(links);
	return (
		<div className={styles.panel}>
			{isReadOnly ? null : (
				<p>
					<Button onPress={() => startLinking({ end: { kind: 'name', id: name.id }, words: nameTitle(name) })}>
						<Link2 size={14} aria-hidden />
						{message('names.connections.add')}
					</Button>
				</p>
			)}
			{ring.length > 0 ? (
				<Card tone="warn">{message('names.connections.ring', { names: ring.join(', '), count: ring.length })}</Card>
			) : null}
			{events.length + links.length === 0 ? <p className={styles.none}>{message('names.connections.none')}</p> : null}
			<Things title={message('names.events')} things={taking} />
			{kinds.map((kind) => {
				const own = links.filter(({ other }) => other.kind === kind);
				return own.length === 0 ? null : (
					<section key={kind} className={inspector.part}>
						<h2 className={inspector.heading}>{message(`names.connections.${kind}`)}</h2>
						<ul className={styles.things}>
							{own.map((link) => (
								<li key={link.id} className={styles.thing}>
									<span className={styles.facts}>{relationName(link)}</span>
									<LinkTarget link={link} />
									{isReadOnly ? null : (
										<IconButton label={message('links.remove')} onPress={() => void removeLink(link.id)}>
											<X size={14} />
										</IconButton>
									)}
								</li>
							))}
						</ul>
					</section>
				);
			})}
			<MentionNotes groups={groups} />
		</div>
	);
}

/** Names of which this one is a part, and which are parts of it: a merge can bring that, and only people can say what is wrong. */
function ringOf(links: readonly LinkView[]): string[] {
	const parts = links.filter(({ type, other }) => type === 'part-of' && other.kind === 'name');
	const wholes = new Set(parts.filter(({ direction }) => direction === 'outgoing').map(({ other }) => other.id));
	return parts
		.filter(({ direction, other }) => direction === 'incoming' && wholes.has(other.id))
		.map(({ other }) => other.title);
}
