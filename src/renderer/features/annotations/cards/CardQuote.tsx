import { ifFocusIsLost } from '#renderer/lib/lost-focus.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { annotatedWords } from '#shared/domain/annotated-words.ts';
import { type Annotation, placeIn } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { leaveAnnotation, placeAnnotation } from '../annotation-mutations.ts';
import { endCorrecting, showCard, useAnnotationsView } from '../annotations-store.ts';
import styles from './CardQuote.module.css';
import { useCardText } from './card-context.ts';
import { PlaceReview } from './PlaceReview.tsx';

/** The words that were marked; while their place needs a person, what stands there now beside them, and what to do. */
export function CardQuote({ annotation }: { annotation: Annotation }) {
	const { onGoTo, editionId, isShown, blocks, isNoteless } = useCardText();
	const isCorrected = useAnnotationsView(({ correctedId }) => correctedId === annotation.id);
	const { target, region, origin, placement } = annotation;
	const isFromElsewhere = !target && origin !== null && origin.placement !== 'placed';
	if (region)
		return (
			<Words onGoTo={() => onGoTo(annotation)} words={message('annotations.region.place', { page: region.page })} />
		);
	if (!target && !isFromElsewhere) return null;
	const stored = target?.exact ?? origin?.exact ?? '';
	const words = annotatedWords(annotation, blocks, editionId);
	const isSure = target?.editionId === editionId || placement === 'placed' || placement === 'moved';
	return (
		<>
			{((!isSure && isShown) || isCorrected) && editionId && !readingCopy && !isNoteless ? (
				<Review annotation={annotation} words={stored} isCorrected={isCorrected} editionId={editionId} />
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
	if (!onGoTo)
		return (
			<p className={styles.quote} dir="auto">
				{words}
			</p>
		);
	return (
		<button type="button" className={styles.quote} dir="auto" onClick={onGoTo}>
			{words}
		</button>
	);
}

interface ReviewProps {
	annotation: Annotation;
	words: string;
	/** A person asked for it, where it was sure or the edition is not the one that is shown. */
	isCorrected: boolean;
	/** The one on the page, whether the record shows it or not. */
	editionId: EditionId;
}

/** Asks where the words are in this edition; once they were left, it only says so and still lets them be placed. */
function Review({ annotation, words, isCorrected, editionId }: ReviewProps) {
	const { onGoTo } = useCardText();
	const { target, place, placement } = annotation;
	const range = placeIn(annotation, editionId);
	return (
		<PlaceReview
			label={message('annotations.review')}
			why={message(reasonOf(annotation))}
			onCancel={isCorrected ? () => showCardAgain(annotation) : null}
			words={words}
			wordsLabel={message(target ? 'annotations.review.old' : 'annotations.review.quoted')}
			guess={place && range}
			onGoTo={() => onGoTo(annotation)}
			onPlace={(at) => void placeAnnotation(annotation, at).then(() => goOn(annotation))}
			onLeave={
				placement === 'left' ? null : () => void leaveAnnotation(annotation, editionId).then(() => goOn(annotation))
			}
		/>
	);
}

/** The button that had the keyboard is gone; where words were chosen, these have it. */
function goOn({ id }: Annotation): void {
	endCorrecting();
	ifFocusIsLost(() => showCard(id));
}

/** What had the keyboard is gone. */
function showCardAgain({ id }: Annotation): void {
	endCorrecting();
	showCard(id);
}

function reasonOf({ target, placement }: Annotation): MessageKey {
	if (placement === 'left') return 'annotations.review.left';
	if (!target && placement !== 'placed' && placement !== 'moved') return 'annotations.review.from-elsewhere';
	if (placement === 'needs-review') return 'annotations.review.needs-review';
	return placement === 'unplaced' ? 'annotations.review.unplaced' : 'annotations.review.correct-why';
}
