import { useEffect, useRef } from 'react';
import { GridList, useDragAndDrop } from 'react-aria-components';
import { useKeysSaid } from '#renderer/lib/shortcuts.ts';
import type { QuoteId } from '#shared/domain/ids.ts';
import type { QuoteFolder, QuoteView } from '#shared/domain/quote.ts';
import { message } from '#shared/messages/messages.ts';
import { QuoteItem } from './QuoteItem.tsx';
import styles from './QuotesPage.module.css';
import { moveQuote, removeQuote } from './quote-mutations.ts';

interface QuoteListProps {
	folder: QuoteFolder;
	isReadOnly: boolean;
	onEditNote(quote: QuoteView): void;
}

/** The quotations of a folder in order: moved by dragging, by buttons, and by Alt with the arrows. */
export function QuoteList({ folder: { name, quotes }, isReadOnly, onEditNote }: QuoteListProps) {
	const list = useRef<HTMLDivElement>(null);
	const said = useKeysSaid({ quote: 'quotes.add' });
	useListKeys(list, quotes, isReadOnly);
	const { dragAndDropHooks } = useDragAndDrop({
		isDisabled: isReadOnly,
		getItems: (ids) => quotes.filter(({ id }) => ids.has(id)).map(({ exact }) => ({ 'text/plain': exact })),
		onReorder({ keys, target }) {
			const [id] = keys as Set<QuoteId>;
			if (id === undefined) return;
			const others = quotes.filter((quote) => quote.id !== id);
			const at = others.findIndex((quote) => quote.id === target.key);
			void moveQuote(quotes, id, target.dropPosition === 'before' ? at : at + 1);
		},
	});
	return (
		<GridList
			ref={list}
			aria-label={message('quotes.list', { folder: name })}
			className={styles.list ?? ''}
			keyboardNavigationBehavior="tab"
			dragAndDropHooks={dragAndDropHooks}
			renderEmptyState={() => <p className={styles.nothing}>{message('quotes.folder-empty', said)}</p>}
			data-takes-focus=""
		>
			{quotes.map((quote) => (
				<QuoteItem key={quote.id} quote={quote} quotes={quotes} isReadOnly={isReadOnly} onEditNote={onEditNote} />
			))}
		</GridList>
	);
}

/** What the rows answer beside the list's own keys: Alt with an arrow moves the one that has the focus, Delete takes it out. */
function useListKeys(
	list: React.RefObject<HTMLElement | null>,
	quotes: readonly QuoteView[],
	isReadOnly: boolean,
): void {
	useEffect(() => {
		const element = list.current;
		if (!element || isReadOnly) return;
		const press = (event: KeyboardEvent) => {
			const row = (event.target as HTMLElement).closest<HTMLElement>('[role="row"]');
			const at = quotes.findIndex(({ id }) => id === row?.dataset.key);
			const quote = quotes[at];
			if (!quote) return;
			const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0) : 0;
			const isRemoving = event.key === 'Delete' && event.target === row;
			if (by === 0 && !isRemoving) return;
			event.preventDefault();
			event.stopPropagation();
			if (isRemoving) void removeQuote(quote);
			else if (quotes[at + by]) void moveQuote(quotes, quote.id, at + by);
		};
		element.addEventListener('keydown', press, { capture: true });
		return () => element.removeEventListener('keydown', press, { capture: true });
	}, [list, quotes, isReadOnly]);
}
