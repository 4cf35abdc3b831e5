import { Check, X } from 'lucide-react';
import { QuoteCardButton } from '#renderer/features/quotes/index.ts';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import { isSurelyPlaced, type LinkView, otherSide, ownSide, shownRange } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './LinkRow.module.css';
import { LinkTarget } from './LinkTarget.tsx';
import { acceptLink, removeLink } from './link-mutations.ts';
import { relationName } from './link-relations.ts';

interface LinkRowProps {
	link: LinkView;
	/** Whether the row says by itself what the link says; where none of its heads does. */
	isNamed?: boolean;
	/** The passages of the open text that it stands on: the signs beside them lead to it. */
	standsOn?: readonly number[];
}

/** One link as an end of it shows it: where it leads, what is known of that, and how to take it away. */
export function LinkRow({ link, isNamed = false, standsOn }: LinkRowProps) {
	const isReadOnly = useIsReadOnly();
	const { id, origin, other } = link;
	const ownPlace = link.places[ownSide(link)];
	const ownNumber = link.direction === 'outgoing' ? link.fromNumber : link.toNumber;
	return (
		<li className={styles.link} data-stands-on={standsOn?.join(' ')}>
			<div className={styles.words}>
				{isNamed ? <span className={styles.relation}>{relationName(link)}: </span> : null}
				<LinkTarget link={link} />
				<span className={styles.facts}>
					{ownNumber === null ? null : <span>¶{ownNumber}</span>}
					{other.holding === 'described-only' ? (
						<Chip tone="warn">{message('record.holding.described-only')}</Chip>
					) : null}
					{ownPlace && ownPlace.placement !== 'placed' ? (
						<Chip tone={isSurelyPlaced(ownPlace) ? 'plain' : 'warn'}>
							{message(`annotations.placement.${ownPlace.placement}`)}
						</Chip>
					) : null}
					{origin === 'automatic' ? <span>{message('links.automatic')}</span> : null}
				</span>
			</div>
			<LinkCard link={link} />
			{isReadOnly ? null : (
				<span className={styles.actions}>
					{origin === 'suggested' ? (
						<IconButton label={message('links.accept')} onPress={() => void acceptLink(id)}>
							<Check size={15} />
						</IconButton>
					) : null}
					<IconButton label={message('links.remove')} onPress={() => void removeLink(id)}>
						<X size={15} />
					</IconButton>
				</span>
			)}
		</li>
	);
}

/** A quote card of the words at the other end; nothing where it is on none. */
export function LinkCard({ link }: { link: LinkView }) {
	const range = shownRange(link, otherSide(link));
	if (link.other.kind !== 'record' || !range) return null;
	return <QuoteCardButton recordId={link.other.id as RecordId} range={range} />;
}
