import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { addQuote, copyQuotation } from '#renderer/features/quotes/index.ts';
import { formatDay } from '#renderer/lib/format.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { MenuItem, MenuSeparator } from '#renderer/ui/Menu.tsx';
import { type Annotation, isSurePlacement, type Purpose, placeIn } from '#shared/domain/annotation.ts';
import { citedNumber } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { removeAnnotations, updateAnnotation } from '../annotation-mutations.ts';
import { correctPlace, showCard, startEditing } from '../annotations-store.ts';
import { linkFromAnnotation } from '../linking.ts';
import { purposeStyles, styleOf } from '../purpose-style.ts';
import styles from './AnnotationCard.module.css';
import { useCardText } from './card-context.ts';
import { HistoryDialog } from './HistoryDialog.tsx';
import { MenuButton } from './MenuButton.tsx';
import { startReply } from './Replies.tsx';

interface CardHeadProps {
	annotation: Annotation;
	replies: readonly Annotation[];
}

export function CardHead({ annotation, replies }: CardHeadProps) {
	return (
		<header className={styles.head}>
			<PurposeMenu annotation={annotation} />
			<span className={styles.facts}>{useFacts(annotation, replies.length).join(' · ')}</span>
			<ActionsMenu annotation={annotation} replies={replies} />
		</header>
	);
}

/** What there is to know at a glance, in words: place, who and when, state, answers. */
function useFacts(annotation: Annotation, replyCount: number): string[] {
	const { target, region, place, placement, purpose, isResolved, author, changedAt } = annotation;
	const { blocks, editionId } = useCardText();
	const range = placeIn(annotation, editionId);
	const number = range && citedNumber(blocks, range.startOrdinal);
	const isElsewhere = target !== null && range === null && place !== null;
	return [
		...(target === null && region === null && place === null && placement === 'placed'
			? [message('annotations.on-record')]
			: []),
		...(isElsewhere ? [message('annotations.other-edition')] : []),
		...(number === null ? [] : [`¶ ${number}`]),
		...(author === '' ? [] : [author]),
		formatDay(changedAt),
		...(placement === 'placed' || range === target ? [] : [message(`annotations.placement.${placement}`)]),
		...(purpose === 'question' ? [message(isResolved ? 'annotations.resolved' : 'annotations.unresolved')] : []),
		...(replyCount > 0 ? [message('annotations.reply-count', { count: replyCount })] : []),
	];
}

function PurposeMenu({ annotation }: { annotation: Annotation }) {
	const { isNoteless } = useCardText();
	const name = message(styleOf(annotation.purpose).label);
	const shown = (
		<>
			<span className={styles.line} aria-hidden />
			{name}
		</>
	);
	if (isNoteless) return <span className={styles.purposeName}>{shown}</span>;
	return (
		<MenuButton
			label={message('annotations.change-purpose', { purpose: name })}
			className={styles.purpose}
			chosen={annotation.purpose}
			onChoose={(key) => void updateAnnotation(annotation, () => ({ purpose: key as Purpose }))}
			entries={() =>
				purposeStyles.map(({ purpose, label }) => (
					<MenuItem key={purpose} id={purpose}>
						{message(label)}
					</MenuItem>
				))
			}
		>
			{shown}
		</MenuButton>
	);
}

/** Whether a person can say where its words are in the text on the page, and is not asked so by the card anyway. */
function useCanBeCorrected({ target, origin, placement }: Annotation): boolean {
	const { editionId, isShown, isNoteless } = useCardText();
	const isMark = target !== null || (origin !== null && origin.placement !== 'placed');
	if (isNoteless || editionId === null || !isMark || target?.editionId === editionId) return false;
	return !isShown || isSurePlacement(placement);
}

/** The card that had the focus is gone; J and K go on in the text. */
function focusText(): void {
	focusIfLost(document.querySelector<HTMLElement>('[data-takes-focus]'));
}

function ActionsMenu({ annotation, replies }: CardHeadProps) {
	const { target, purpose, isResolved } = annotation;
	const [showsHistory, setShowsHistory] = useState(false);
	const { isReadOnly, isNoteless } = useCardText();
	const canBeCorrected = useCanBeCorrected(annotation) && !readingCopy;
	const act = (key: string) => {
		if (key === 'edit') startEditing(annotation.id);
		else if (key === 'history') setShowsHistory(true);
		else if (key === 'correct') correctPlace(annotation.id);
		else if (key === 'link') linkFromAnnotation(annotation);
		else if (key === 'reply') void startReply(annotation);
		else if (key === 'resolve') void updateAnnotation(annotation, () => ({ isResolved: !isResolved }));
		else if (key === 'remove') void removeAnnotations([annotation, ...replies]).then(focusText);
		else if (key === 'gather' && target) void addQuote(annotation.recordId, target);
		else if (key === 'quote' && target) {
			void copyQuotation({ recordId: annotation.recordId, range: target });
		}
	};
	// What opened it was an entry of a menu that is gone.
	function closeHistory(): void {
		setShowsHistory(false);
		showCard(annotation.id);
	}
	return (
		<>
			<MenuButton
				label={message('annotations.actions')}
				className={styles.actions}
				onChoose={act}
				entries={() => (
					<>
						{!isNoteless && <MenuItem id="edit">{message('annotations.edit')}</MenuItem>}
						{!isNoteless && <MenuItem id="reply">{message('annotations.reply')}</MenuItem>}
						{!isReadOnly && <MenuItem id="link">{message('links.link')}</MenuItem>}
						{purpose === 'question' && !isNoteless && (
							<MenuItem id="resolve">{message(isResolved ? 'annotations.reopen' : 'annotations.resolve')}</MenuItem>
						)}
						{canBeCorrected && <MenuItem id="correct">{message('annotations.review.correct')}</MenuItem>}
						<MenuItem id="history">{message('annotations.show-history')}</MenuItem>
						{target && <MenuItem id="quote">{message('annotations.copy-quote')}</MenuItem>}
						{target && !isReadOnly && <MenuItem id="gather">{message('quotes.add')}</MenuItem>}
						{!isNoteless && <MenuSeparator />}
						{!isNoteless && <MenuItem id="remove">{message('annotations.remove')}</MenuItem>}
					</>
				)}
			>
				<Ellipsis size={15} aria-hidden />
			</MenuButton>
			{showsHistory && <HistoryDialog annotation={annotation} onClose={closeHistory} />}
		</>
	);
}
