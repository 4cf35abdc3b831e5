import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';
import { useFocusInList } from '#renderer/lib/focus-in-list.ts';
import { positionAfter } from '#renderer/lib/list-position.ts';
import { observedHeight } from '#renderer/lib/observed-size.ts';
import type { FoundCandidate } from '#shared/domain/name-suggestion.ts';
import { message } from '#shared/messages/messages.ts';
import { SuggestionItem } from './SuggestionItem.tsx';
import styles from './SuggestionsPage.module.css';

interface SuggestionListProps {
	candidates: readonly FoundCandidate[];
	onFormOf(candidate: FoundCandidate): void;
}

const itemHeightPx = 118;
const itemsBeyond = 5;
const itemsPerPageKey = 6;

/** All suggestions, of which only those in sight are in the document. Arrows go from one to the next. */
export function SuggestionList({ candidates, onFormOf }: SuggestionListProps) {
	const scroll = useRef<HTMLDivElement>(null);
	const virtual = useVirtualizer({
		count: candidates.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => itemHeightPx,
		getItemKey: (at) => candidates[at]?.key ?? at,
		measureElement: observedHeight,
		overscan: itemsBeyond,
	});
	const { focusOn, keepFocusAt } = useFocusInList(scroll);
	function press(event: KeyboardEvent): void {
		const target = event.target as HTMLElement;
		// An open choice has keys of its own.
		if (target.closest('[role="listbox"]') || target.getAttribute('aria-haspopup')) return;
		const at = Number(target.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
		const next = positionAfter(event.key, at, { total: candidates.length, pageLength: itemsPerPageKey });
		if (next === null || Number.isNaN(next)) return;
		event.preventDefault();
		virtual.scrollToIndex(next, { align: 'auto' });
		focusOn(next);
	}
	return (
		<div ref={scroll} className={styles.scroll}>
			<ul
				aria-label={message('names.suggestions')}
				className={styles.list}
				style={{ blockSize: virtual.getTotalSize() }}
				onKeyDown={press}
			>
				{virtual.getVirtualItems().map(({ index, start, key }) => {
					const candidate = candidates[index];
					return candidate ? (
						<li
							key={key}
							ref={virtual.measureElement}
							data-index={index}
							className={styles.item}
							style={{ transform: `translateY(${start}px)` }}
						>
							<SuggestionItem
								candidate={candidate}
								onFormOf={() => onFormOf(candidate)}
								onSettled={() => keepFocusAt(index)}
							/>
						</li>
					) : null;
				})}
			</ul>
		</div>
	);
}
