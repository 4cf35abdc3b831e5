import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { type Annotation, placeIn } from '#shared/domain/annotation.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { leaveAnnotation, placeAnnotation } from '../annotation-mutations.ts';
import styles from './CardQuote.module.css';
import { useCardText } from './card-context.ts';
import { PlaceReview } from './PlaceReview.tsx';

/** The words that were marked; while their place needs a person, what stands there now beside them, and what to do. */
export function CardQuote({ annotation }: { annotation: Annotation }) {
	const { onGoTo, editionId, isShown } = useCardText();
	const { target, region, origin, placement } = annotation;
	const isFromElsewhere = !target && origin !== null && origin.placement !== 'placed';
	if (region)
		return (
			<Words onGoTo={() => onGoTo(annotation)} words={message('annotations.region.place', { page: region.page })} />
		);
	if (!target && !isFromElsewhere) return null;
	const words = target?.exact ?? origin?.exact ?? '';
	const isSure = target?.editionId === editionId || placement === 'placed' || placement === 'moved';
	return (
		<>
			{!isSure && editionId && isShown && !readingCopy ? (
				<Review annotation={annotation} words={words} />
			) : (
				words && <Words onGoTo={editionId ? () => onGoTo(annotation) : null} words={words} />
			)}
			{isFromElsewhere && (
				<p className={styles.source}>{message('annotations.from-source', { address: origin.source })}</p>
			)}
		</>
	);
}

function Words({ words, onGoTo }: { words: string; onGoTo: (() => void) | null }) {
	if (!onGoTo) return <p className={styles.quote}>{words}</p>;
	return (
		<button type="button" className={styles.quote} onClick={onGoTo}>
			{words}
		</button>
	);
}

/** Asks where the words are in this edition; once they were left, it only says so and still lets them be placed. */
function Review({ annotation, words }: { annotation: Annotation; words: string }) {
	const { onGoTo, editionId } = useCardText();
	const { target, place, placement } = annotation;
	const range = placeIn(annotation, editionId);
	return (
		<PlaceReview
			label={message('annotations.review')}
			why={message(reasonOf(annotation))}
			words={words}
			wordsLabel={message(target ? 'annotations.review.old' : 'annotations.review.quoted')}
			guess={place && range}
			onGoTo={() => onGoTo(annotation)}
			onPlace={(at) => void placeAnnotation(annotation, at)}
			onLeave={placement === 'left' ? null : () => void leaveAnnotation(annotation)}
		/>
	);
}

function reasonOf({ target, placement }: Annotation): MessageKey {
	if (placement === 'left') return 'annotations.review.left';
	if (!target) return 'annotations.review.from-elsewhere';
	return placement === 'needs-review' ? 'annotations.review.needs-review' : 'annotations.review.unplaced';
}
