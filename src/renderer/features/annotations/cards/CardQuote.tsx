import { Button } from '#renderer/ui/Button.tsx';
import { type Annotation, placeIn, type TextRange } from '#shared/domain/annotation.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import { placeAnnotation } from '../annotation-mutations.ts';
import { useAnnotationsView } from '../annotations-store.ts';
import { rangeToMark } from '../selection-range.ts';
import styles from './CardQuote.module.css';
import { useCardText } from './card-context.ts';

/** The words that were marked; while their place needs a person, what stands there now beside them, and what to do. */
export function CardQuote({ annotation }: { annotation: Annotation }) {
	const { onGoTo, blocks, editionId } = useCardText();
	const { target, place, placement } = annotation;
	if (!target) return null;
	const range = placeIn(annotation, editionId);
	const isOpen = target.editionId !== editionId && (placement === 'needs-review' || placement === 'unplaced');
	if (!isOpen) {
		return (
			<button type="button" className={styles.quote} onClick={() => onGoTo(annotation)}>
				{target.exact}
			</button>
		);
	}
	return (
		<fieldset className={styles.review} aria-label={message('annotations.review')}>
			<p className={styles.why}>{message(`annotations.review.${placement}`)}</p>
			<dl className={styles.words}>
				<div>
					<dt>{message('annotations.review.old')}</dt>
					<dd>{target.exact}</dd>
				</div>
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
			</div>
		</fieldset>
	);
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
