import { Button } from '#renderer/ui/Button.tsx';
import { type Annotation, placeIn, type TextRange } from '#shared/domain/annotation.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { leaveAnnotation, placeAnnotation } from '../annotation-mutations.ts';
import { useAnnotationsView } from '../annotations-store.ts';
import { rangeToMark } from '../selection-range.ts';
import styles from './CardQuote.module.css';
import { useCardText } from './card-context.ts';

/** The words that were marked; while their place needs a person, what stands there now beside them, and what to do. */
export function CardQuote({ annotation }: { annotation: Annotation }) {
	const { onGoTo, editionId } = useCardText();
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
			{!isSure && editionId ? (
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
	const { onGoTo, blocks, editionId } = useCardText();
	const { target, place, placement } = annotation;
	const range = placeIn(annotation, editionId);
	return (
		<fieldset className={styles.review} aria-label={message('annotations.review')}>
			<p className={styles.why}>{message(reasonOf(annotation))}</p>
			<dl className={styles.words}>
				{words && (
					<div>
						<dt>{message(target ? 'annotations.review.old' : 'annotations.review.quoted')}</dt>
						<dd>{words}</dd>
					</div>
				)}
				{range && (
					<div>
						<dt>{message('annotations.review.new')}</dt>
						<dd>
							<button type="button" className={styles.quote} onClick={() => onGoTo(annotation)}>
								{textOfRange(blocks, range)}
							</button>
						</dd>
					</div>
				)}
			</dl>
			<div className={styles.actions}>
				{place && range && (
					<Button variant="primary" onPress={() => void placeAnnotation(annotation, place)}>
						{message('annotations.review.accept')}
					</Button>
				)}
				<PlaceOnSelection annotation={annotation} />
				{placement !== 'left' && (
					<Button onPress={() => void leaveAnnotation(annotation)}>{message('annotations.review.leave')}</Button>
				)}
			</div>
		</fieldset>
	);
}

function reasonOf({ target, placement }: Annotation): MessageKey {
	if (placement === 'left') return 'annotations.review.left';
	if (!target) return 'annotations.review.from-elsewhere';
	return placement === 'needs-review' ? 'annotations.review.needs-review' : 'annotations.review.unplaced';
}

function PlaceOnSelection({ annotation }: { annotation: Annotation }) {
	const selected = useSelectedRange();
	return (
		<Button isDisabled={!selected} onPress={() => selected && void placeAnnotation(annotation, selected)}>
			{message(selected ? 'annotations.review.place' : 'annotations.review.select-first')}
		</Button>
	);
}

/** The words selected in the text that the cards stand beside. */
function useSelectedRange(): TextRange | null {
	const { blocks, editionId } = useCardText();
	const selection = useAnnotationsView((view) => view.selection);
	return selection && editionId ? rangeToMark(blocks, editionId, selection.start, selection.end) : null;
}
