import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Copy, GripVertical, NotebookPen, X } from 'lucide-react';
import { Button, GridListItem } from 'react-aria-components';
import { Chip } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { QuoteView } from '#shared/domain/quote.ts';
import { message } from '#shared/messages/messages.ts';
import { QuoteCardButton } from './card/QuoteCardButton.tsx';
import { copyQuotation } from './copying.ts';
import styles from './QuotesPage.module.css';
import { moveQuote, removeQuote } from './quote-mutations.ts';

interface QuoteItemProps {
	quote: QuoteView;
	/** All of the folder, in order. */
	quotes: readonly QuoteView[];
	isReadOnly: boolean;
	onEditNote(quote: QuoteView): void;
}

/** One quotation with its reference and what can be done with it. */
export function QuoteItem({ quote, quotes, isReadOnly, onEditNote }: QuoteItemProps) {
	const { id, exact, language, title, reference, note, state, recordId, range } = quote;
	const isThere = state !== 'gone' && state !== 'changed';
	return (
		<GridListItem id={id} textValue={exact.slice(0, 200)} className={styles.item ?? ''}>
			{isReadOnly ? null : (
				<Button slot="drag" className={styles.handle ?? ''} aria-label={message('quotes.drag')}>
					<GripVertical size={16} aria-hidden />
				</Button>
			)}
			<div className={styles.body}>
				<blockquote className={styles.words} lang={language || undefined} dir="auto">
					{exact}
				</blockquote>
				{/* In the language of its style, whatever letters its title begins with. */}
				<p className={styles.reference} dir="ltr">
					{reference}
				</p>
				{state === 'stands' ? null : (
					<p>
						<Chip tone={isThere ? 'plain' : 'warn'}>{message(`quotes.state.${state}`)}</Chip>
					</p>
				)}
				{note === '' ? null : (
					<p className={styles.note} dir="auto">
						{note}
					</p>
				)}
				{state === 'gone' ? null : (
					<Link
						to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
						params={{ recordId, editionId: range.editionId, ordinal: String(range.startOrdinal) }}
						className={styles.open}
					>
						{message('quotes.open', { title })}
					</Link>
				)}
			</div>
			<div className={styles.actions}>
				{isThere ? (
					<IconButton label={message('quotes.copy')} onPress={() => void copyQuotation({ recordId, range })}>
						<Copy size={15} aria-hidden />
					</IconButton>
				) : null}
				{isThere ? <QuoteCardButton recordId={recordId} range={range} /> : null}
				{isReadOnly ? null : <Changes quote={quote} quotes={quotes} onEditNote={onEditNote} />}
			</div>
		</GridListItem>
	);
}

function Changes({ quote, quotes, onEditNote }: Omit<QuoteItemProps, 'isReadOnly'>) {
	const at = quotes.indexOf(quote);
	return (
		<>
			<IconButton label={message('quotes.edit-note')} onPress={() => onEditNote(quote)}>
				<NotebookPen size={15} aria-hidden />
			</IconButton>
			<IconButton
				label={message('quotes.move-up')}
				isDisabled={at === 0}
				onPress={() => void moveQuote(quotes, quote.id, at - 1)}
			>
				<ArrowUp size={15} aria-hidden />
			</IconButton>
			<IconButton
				label={message('quotes.move-down')}
				isDisabled={at === quotes.length - 1}
				onPress={() => void moveQuote(quotes, quote.id, at + 1)}
			>
				<ArrowDown size={15} aria-hidden />
			</IconButton>
			<IconButton label={message('quotes.remove')} onPress={() => void removeQuote(quote)}>
				<X size={15} aria-hidden />
			</IconButton>
		</>
	);
}
