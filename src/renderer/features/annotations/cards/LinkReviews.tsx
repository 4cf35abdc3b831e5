import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { LinkTarget, leaveLink, placeLink, relationName } from '#renderer/features/links/index.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Card } from '#renderer/ui/Card.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import { type EndPlace, isSurelyPlaced, type LinkSide, type LinkView, linkSides } from '#shared/domain/link.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import styles from './AnnotationsPane.module.css';
import { useCardText } from './card-context.ts';
import { PlaceReview } from './PlaceReview.tsx';

interface Asked {
	link: LinkView;
	side: LinkSide;
	place: EndPlace;
}

/** The ends of links on this record whose words have no sure place in the edition that it shows: asked about as notes are. */
export function LinkReviews({ recordId }: { recordId: RecordId }) {
	const { data: links = [] } = useQuery(queries.links.list({ kind: 'record', id: recordId }));
	const { isShown, isReadOnly } = useCardText();
	const headId = useId();
	const asked = links.flatMap((link) => askedOf(link, recordId));
	// Places are known for the edition that the record shows, and the text on the page may be an older one.
	if (asked.length === 0 || !isShown || isReadOnly) return null;
	return (
		<section aria-labelledby={headId}>
			<h3 id={headId} className={styles.title}>
				{message('links.review.list')}
			</h3>
			<ul className={styles.list}>
				{asked.map((one) => (
					<li key={`${one.link.id} ${one.side}`}>
						<LinkReview {...one} />
					</li>
				))}
			</ul>
		</section>
	);
}

function askedOf(link: LinkView, recordId: RecordId): Asked[] {
	return linkSides.flatMap((side) => {
		const place = link[side].id === recordId ? link.places[side] : null;
		return place && !isSurelyPlaced(place) ? [{ link, side, place }] : [];
	});
}

function LinkReview({ link, side, place: { range, placement } }: Asked) {
	const { onShow } = useCardText();
	return (
		<Card className={styles.link}>
			<p>
				{relationName(link)}: <LinkTarget link={link} />
			</p>
			<PlaceReview
				label={message('links.review')}
				why={message(reasonOf(placement))}
				words={link.words[side]}
				wordsLabel={message('links.review.linked')}
				guess={range}
				onGoTo={() => range && onShow(range)}
				onPlace={(at) => void placeLink(link.id, side, at)}
				onLeave={placement === 'left' ? null : () => void leaveLink(link.id, side)}
			/>
		</Card>
	);
}

function reasonOf(placement: EndPlace['placement']): MessageKey {
	if (placement === 'left') return 'links.review.left';
	return placement === 'needs-review' ? 'annotations.review.needs-review' : 'annotations.review.unplaced';
}
