import { useVirtualizer } from '@tanstack/react-virtual';
import { type ComponentProps, type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef } from 'react';
import { positionAfter } from '#renderer/lib/list-position.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { observedHeight, observeRoom, scrollOnceShown } from '#renderer/lib/observed-size.ts';
import { type SearchView, takeReturn } from '#renderer/search/index.ts';
import { askedRow } from '#renderer/ui/context-menu.ts';
import { useAsked } from '#renderer/ui/use-asked.ts';
import { message } from '#shared/messages/messages.ts';
import type { SearchHit } from '#shared/search/search-query.ts';
import { foundWords } from './found-words.ts';
import styles from './HitList.module.css';
import { HitMenu } from './HitMenu.tsx';
import { HitRow } from './HitRow.tsx';

interface HitListProps {
	view: SearchView;
	selected: number;
	onSelect(position: number): void;
	onOpen(position: number): void;
	/** Where there is no preview beside the list, one press opens; otherwise the first selects. */
	opensAtOnce: boolean;
	/** Escape and `/`: back to the box. */
	onLeave(): void;
}

const rowHeightPx = 88;
/** What stands above and below the list, in the widest window. */
const heightAroundPx = 180;
const hitsPerPageKey = 8;

/** All hits, of which only those in sight are in the document. One stop for Tab; arrows move, Enter opens, with Shift it opens the menu for the words found. */
export function HitList({ view, selected, onSelect, onOpen, opensAtOnce, onLeave }: HitListProps) {
	const { result, query, hitAt, need } = view;
	const total = result?.total ?? 0;
	const list = useRef<HTMLDivElement>(null);
	const rows = useVirtualizer({
		count: total,
		getScrollElement: () => list.current,
		estimateSize: () => rowHeightPx,
		measureElement: observedHeight,
		observeElementRect: observeRoom,
		scrollToFn: scrollOnceShown,
		initialRect: { width: window.innerWidth, height: window.innerHeight - heightAroundPx },
		overscan: 3,
		useFlushSync: false,
	});
	const items = rows.getVirtualItems();
	const first = items[0]?.index ?? 0;
	const last = items.at(-1)?.index ?? 0;
	useEffect(() => need(first, last), [need, first, last]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new question begins at its selected hit; more hits of the same do not move the list
	useEffect(() => {
		// Asking where the first row lies would make the browser lay out the page in the middle of typing.
		if (selected > 0) rows.scrollToIndex(selected, { align: 'auto' });
		else if ((rows.scrollOffset ?? 0) > 0) rows.scrollToOffset(0);
	}, [rows, selected, query]);

	useEffect(() => {
		// Back leads here from a hit that was opened: the keyboard goes on where it left, unless it is in the box.
		const callOff = focusIfLost(list.current);
		if (takeReturn()) list.current?.focus({ preventScroll: true });
		return callOff;
	}, []);

	// What is in the archive may change while the menu is open: it stays the menu of this hit, wherever that goes in sight.
	const [asked, setAsked] = useAsked<SearchHit, ComponentProps<typeof HitMenu>['at']>((of) =>
		items.some(({ index }) => hitAt(index)?.key === of.key),
	);
	const keysId = useId();
	const hit = hitAt(selected);
	const hasWords = useMemo(() => hit !== undefined && foundWords(hit) !== null, [hit]);

	function ask(event: MouseEvent): void {
		const row = askedRow(event);
		const of = row ? hitAt(row.index) : undefined;
		if (!row || !of) return;
		event.preventDefault();
		onSelect(row.index);
		setAsked({ of, at: row.at });
	}
	function press(event: KeyboardEvent): void {
		const isMenuKey = event.key === 'ContextMenu' || (event.shiftKey && (event.key === 'Enter' || event.key === 'F10'));
		if (isMenuKey) hit && setAsked({ of: hit, at: { current: document.getElementById(rowId(selected)) } });
		else if (event.key === 'Enter') onOpen(selected);
		else if (event.key === 'Escape' || event.key === '/') onLeave();
		else {
			const next = positionAfter(event.key, selected, { total, pageLength: hitsPerPageKey });
			if (next === null) return;
			onSelect(next);
		}
		event.preventDefault();
	}
	return (
		<>
			<p id={keysId} className="visually-hidden">
				{hasWords ? message('search.list-keys') : ''}
			</p>
			<div
				ref={list}
				role="listbox"
				aria-describedby={keysId}
				tabIndex={0}
				data-search-results
				aria-label={message('search.results')}
				aria-activedescendant={rowId(selected)}
				className={styles.list}
				onKeyDown={press}
				onContextMenu={ask}
			>
				{/* Sizes are data of this list; the stylesheet cannot know them. */}
				<div role="presentation" className={styles.whole} style={{ blockSize: rows.getTotalSize() }}>
					{/* One row stands below the other, whatever their heights are by now: only where the first stands is computed. */}
					<div
						role="presentation"
						className={styles.shown}
						style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}
					>
						{items.map(({ index }) => (
							<Row
								key={index}
								index={index}
								total={total}
								hit={hitAt(index)}
								isContinued={query?.sort === 'record' && hitAt(index - 1)?.ownerId === hitAt(index)?.ownerId}
								isSelected={index === selected}
								measure={rows.measureElement}
								onPress={() => (opensAtOnce || index === selected ? onOpen(index) : onSelect(index))}
							/>
						))}
					</div>
				</div>
			</div>
			{asked ? (
				<HitMenu
					hit={asked.of}
					at={asked.at}
					onClose={() => setAsked(null)}
					onOpen={() => onOpen(items.find(({ index }) => hitAt(index)?.key === asked.of.key)?.index ?? selected)}
				/>
			) : null}
		</>
	);
}

interface RowProps {
	index: number;
	total: number;
	hit: SearchHit | undefined;
	isContinued: boolean;
	isSelected: boolean;
	measure(element: Element | null): void;
	onPress(): void;
}

function Row({ index, total, hit, isContinued, isSelected, measure, onPress }: RowProps) {
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys; it alone has the focus
		<div
			ref={measure}
			id={rowId(index)}
			role="option"
			tabIndex={-1}
			data-index={index}
			aria-selected={isSelected}
			aria-posinset={index + 1}
			aria-setsize={total}
			className={styles.row}
			onClick={onPress}
		>
			{hit ? <HitRow hit={hit} isContinued={isContinued} /> : <div className={styles.waiting} />}
		</div>
	);
}

function rowId(position: number): string {
	return `search-hit-${position}`;
}
