import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useFocusInList } from '../lib/focus-in-list.ts';
import { positionAfter } from '../lib/list-position.ts';
import { observedHeight } from '../lib/observed-size.ts';
import styles from './review-page.module.css';

interface ReviewListProps<Item> {
	label: string;
	items: readonly Item[];
	keyOf(item: Item): string;
	/** @param onSettled to be called when the entry goes from the list: the focus then stays at its place. */
	children(item: Item, onSettled: () => void): ReactNode;
}

const itemHeightPx = 118;
const itemsBeyond = 5;
const itemsPerPageKey = 6;

/** Things to be judged one by one, of which only those in sight are in the document. Arrows go from one to the next. */
export function ReviewList<Item>({ label, items, keyOf, children }: ReviewListProps<Item>) {
	const scroll = useRef<HTMLDivElement>(null);
	const virtual = useVirtualizer({
		count: items.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => itemHeightPx,
		getItemKey: (at) => {
			const item = items[at];
			return item === undefined ? at : keyOf(item);
		},
		measureElement: observedHeight,
		overscan: itemsBeyond,
	});
	const { focusOn, keepFocusAt } = useFocusInList(scroll);
	function press(event: KeyboardEvent): void {
		const target = event.target as HTMLElement;
		// An open choice has keys of its own.
		if (target.closest('[role="listbox"], [role="menu"]') || target.getAttribute('aria-haspopup')) return;
		const at = Number(target.closest('[data-index]')?.getAttribute('data-index') ?? Number.NaN);
		const next = positionAfter(event.key, at, { total: items.length, pageLength: itemsPerPageKey });
		if (next === null || Number.isNaN(next)) return;
		event.preventDefault();
		virtual.scrollToIndex(next, { align: 'auto' });
		focusOn(next);
	}
	return (
		<div ref={scroll} className={styles.scroll}>
			<ul aria-label={label} className={styles.list} style={{ blockSize: virtual.getTotalSize() }} onKeyDown={press}>
				{virtual.getVirtualItems().map(({ index, start, key }) => {
					const item = items[index];
					return item === undefined ? null : (
						<li
							key={key}
							ref={virtual.measureElement}
							data-index={index}
							className={styles.item}
							style={{ transform: `translateY(${start}px)` }}
						>
							{children(item, () => keepFocusAt(index))}
						</li>
					);
				})}
			</ul>
		</div>
	);
}
