import { useEffect, useMemo, useRef } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ChangedWords } from '#renderer/ui/ChangedWords.tsx';
import type { TextRange } from '#shared/domain/annotation.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import { wordChanges } from '#shared/text/compare/word-changes.ts';
import { useAnnotationsView } from '../annotations-store.ts';
import { rangeToMark } from '../selection-range.ts';
import { chooseWordsOf, endChoosing } from '../words/word-choice.ts';
import styles from './CardQuote.module.css';
import { useCardText } from './card-context.ts';

interface PlaceReviewProps {
	label: string;
	/** What is asked, in a sentence. */
	why: string;
	/** Those that were marked or linked; '' where they are not known. */
	words: string;
	wordsLabel: string;
	/** Where they may be in the edition on the page. */
	guess: TextRange | null;
	onGoTo(): void;
	onPlace(range: TextRange): void;
	/** Null once they were left. */
	onLeave: (() => void) | null;
	/** Where a person asked for it, and may think better of it; the keyboard goes on here then. */
	onCancel?: (() => void) | null;
}

/**
 * The old words and what may be them now, side by side: take it, choose other words, or leave it. Words that are selected
 * are taken at once; else they are chosen step by step.
 */
export function PlaceReview(props: PlaceReviewProps) {
	const { label, why, words, wordsLabel, guess, onGoTo, onPlace, onLeave, onCancel = null } = props;
	const isAskedFor = onCancel !== null;
	const asked = useRef<HTMLFieldSetElement>(null);
	useEffect(() => {
		if (isAskedFor) asked.current?.focus();
	}, [isAskedFor]);
	const { blocks, editionId } = useCardText();
	const selected = useSelectedRange();
	const now = guess ? textOfRange(blocks, guess) : '';
	const changes = useMemo(() => (words && now ? wordChanges(words, now) : null), [words, now]);

	function choose(button: Element): void {
		if (!editionId) return;
		chooseWordsOf(editionId, guess, {
			label: message('annotations.review.place'),
			from: button as HTMLElement,
			take(range) {
				endChoosing();
				onPlace(range);
			},
		});
	}
	return (
		<fieldset ref={asked} tabIndex={isAskedFor ? -1 : undefined} className={styles.review} aria-label={label}>
			<p className={styles.why}>{why}</p>
			<dl className={styles.words}>
				{words && (
					<div>
						<dt>{wordsLabel}</dt>
						<dd dir="auto">{changes ? <ChangedWords changes={changes} own="removed" /> : words}</dd>
					</div>
				)}
				{guess && (
					<div>
						<dt>{message('annotations.review.new')}</dt>
						<dd>
							<button type="button" className={styles.now} dir="auto" onClick={onGoTo}>
								{changes ? <ChangedWords changes={changes} own="added" /> : now}
							</button>
						</dd>
					</div>
				)}
			</dl>
			<div className={styles.actions}>
				{guess && (
					<Button variant="primary" onPress={() => onPlace(guess)}>
						{message('annotations.review.accept')}
					</Button>
				)}
				<Button onPress={(event) => (selected ? onPlace(selected) : choose(event.target))}>
					{message(selected ? 'annotations.review.place' : 'annotations.review.choose')}
				</Button>
				{onLeave && <Button onPress={onLeave}>{message('annotations.review.leave')}</Button>}
				{onCancel && <Button onPress={onCancel}>{message('dialog.cancel')}</Button>}
			</div>
		</fieldset>
	);
}

/** The words selected in the text that the cards stand beside. */
function useSelectedRange(): TextRange | null {
	const { blocks, editionId } = useCardText();
	const selection = useAnnotationsView((view) => view.selection);
	return selection && editionId ? rangeToMark(blocks, editionId, selection.start, selection.end) : null;
}
