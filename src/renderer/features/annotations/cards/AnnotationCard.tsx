import { type MouseEvent, memo, useEffect, useId, useRef } from 'react';
import { CardLinks } from '#renderer/features/links/index.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { belongsToSystem, hasSelectedWords, isAskedWithin } from '#renderer/ui/context-menu.ts';
import { type Annotation, placeIn } from '#shared/domain/annotation.ts';
import { citedNumber } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import type { Thread } from '../annotation-order.ts';
import { activate, hover, useAnnotationsView } from '../annotations-store.ts';
import { styleOf } from '../purpose-style.ts';

import styles from './AnnotationCard.module.css';
import { CardBody } from './CardBody.tsx';
import { CardHead } from './CardHead.tsx';
import { CardQuote } from './CardQuote.tsx';
import { CardTags } from './CardTags.tsx';
import { useCardText } from './card-context.ts';
import { Replies } from './Replies.tsx';

/** One annotation with its words, its note, tags and replies, all editable in place. */
export const AnnotationCard = memo(function AnnotationCard({ thread: { annotation, replies } }: { thread: Thread }) {
	const { id, purpose } = annotation;
	const { blocks, editionId } = useCardText();
	const isLit = useAnnotationsView(({ activeId, hoveredId }) => activeId === id || hoveredId === id);
	const card = useFocusOnRequest(annotation);
	const headId = useId();
	const range = placeIn(annotation, editionId);

	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: from the keyboard, the focus alone does the same
		<article
			ref={card}
			// Focused when its words are clicked; Tab goes on to what can be done with it.
			tabIndex={-1}
			aria-labelledby={headId}
			aria-describedby={`${headId}-words ${headId}-note`}
			className={styles.frame}
			data-purpose={purpose}
			onPointerEnter={() => hover(id)}
			onPointerLeave={() => hover(null)}
			// Not when the pointer goes down: another card would fold, and this one be gone from under the pointer before it is up.
			onFocus={(event) => event.target.matches(':focus-visible') && activate(id)}
			onClick={() => activate(id)}
			onContextMenu={openActions}
		>
			<Card tone={purpose} isActive={isLit} className={styles.card}>
				<h3 id={headId} className="visually-hidden">
					{cardName(annotation, range && citedNumber(blocks, range.startOrdinal))}
				</h3>
				<CardHead annotation={annotation} replies={replies} />
				<div id={`${headId}-words`} className={styles.part}>
					<CardQuote annotation={annotation} />
				</div>
				<div id={`${headId}-note`} className={styles.part}>
					<CardBody annotation={annotation} />
				</div>
				<CardTags annotation={annotation} />
				<CardLinks annotationId={id} />
				<Replies annotation={annotation} replies={replies} />
			</Card>
		</article>
	);
}, showsTheSame);

/** The right button, or the menu key, on a card opens the menu that its button opens. */
function openActions(event: MouseEvent<HTMLElement>): void {
	const card = event.currentTarget;
	// A reply has had its own.
	if (event.isDefaultPrevented() || !isAskedWithin(event) || belongsToSystem(event)) return;
	const button = card.querySelector<HTMLElement>(`.${styles.actions}`);
	if (!button || hasSelectedWords(card)) return;
	event.preventDefault();
	button.click();
}

/** Threads are gathered anew with every change of any annotation; what they hold stays the same object while it does. */
function showsTheSame({ thread: before }: { thread: Thread }, { thread: after }: { thread: Thread }): boolean {
	return (
		before.annotation === after.annotation &&
		before.replies.length === after.replies.length &&
		before.replies.every((reply, index) => reply === after.replies[index])
	);
}

function cardName({ purpose, region }: Annotation, number: number | null): string {
	const label = message(styleOf(purpose).label);
	if (region) return `${label}, ${message('annotations.region.place', { page: region.page })}`;
	return number === null ? label : message('annotations.card-name', { purpose: label, number });
}

function useFocusOnRequest({ id }: Annotation) {
	const card = useRef<HTMLElement>(null);
	const isWanted = useAnnotationsView(({ cardToFocusId }) => cardToFocusId === id);
	useEffect(() => {
		if (!isWanted) return;
		card.current?.scrollIntoView({ block: 'nearest' });
		card.current?.focus({ preventScroll: true });
		useAnnotationsView.setState({ cardToFocusId: null });
	}, [isWanted]);
	return card;
}
