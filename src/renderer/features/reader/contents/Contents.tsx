import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { observedHeight } from '#renderer/lib/observed-size.ts';
import { NavTitled } from '#renderer/ui/NavList.tsx';
import type { StoredBlock } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { useReader } from '../reader-store.ts';
import styles from './Contents.module.css';
import { type ContentsEntry, contentsOf, currentEntry } from './contents.ts';
import { useContentsKeys } from './contents-keys.ts';

interface ContentsProps {
	blocks: readonly StoredBlock[];
	onGoTo(ordinal: number): void;
}

const entryHeightPx = 28;

/** The headings of a text, of which only those in sight are in the document. They follow the reader. */
export function Contents({ blocks, onGoTo }: ContentsProps) {
	const entries = useMemo(() => contentsOf(blocks), [blocks]);
	if (entries.length === 0) return null;
	return (
		<NavTitled title={message('reader.contents')}>
			<Tree entries={entries} onGoTo={onGoTo} />
		</NavTitled>
	);
}

/** One stop for Tab, of whatever length; the keys move within. */
function Tree({ entries, onGoTo }: { entries: readonly ContentsEntry[]; onGoTo(ordinal: number): void }) {
	const tree = useRef<HTMLDivElement>(null);
	const current = useReader(({ place }) => currentEntry(entries, place.ordinal));
	/** Where the keys are, from the first key on until the focus goes. */
	const [moved, setMoved] = useState<number | null>(null);
	const cursor = moved ?? Math.max(current, 0);
	const rows = useVirtualizer({
		count: entries.length,
		getScrollElement: () => tree.current,
		estimateSize: () => entryHeightPx,
		measureElement: observedHeight,
		overscan: 8,
	});
	useEffect(() => rows.scrollToIndex(cursor, { align: 'auto' }), [rows, cursor]);
	const open = (index: number) => {
		const entry = entries[index];
		if (entry) onGoTo(entry.ordinal);
	};
	const press = useContentsKeys({ entries, cursor, moveTo: setMoved, open });
	return (
		<div
			ref={tree}
			role="tree"
			tabIndex={0}
			aria-label={message('reader.contents')}
			aria-activedescendant={entryId(cursor)}
			className={styles.tree}
			onKeyDown={press}
			onBlur={() => setMoved(null)}
		>
			{/* Positions are data of this list; the stylesheet cannot know them. */}
			<div role="presentation" className={styles.rows} style={{ blockSize: rows.getTotalSize() }}>
				{rows.getVirtualItems().map(({ index, start }) => {
					const entry = entries[index];
					return entry ? (
						// biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys; it alone has the focus
						<div
							key={entry.ordinal}
							ref={rows.measureElement}
							id={entryId(index)}
							role="treeitem"
							tabIndex={-1}
							aria-level={entry.depth}
							aria-posinset={entry.position}
							aria-setsize={entry.siblings}
							aria-current={index === current ? 'location' : undefined}
							data-index={index}
							data-cursor={index === cursor ? '' : undefined}
							data-depth={Math.min(entry.depth - 1, 3)}
							className={styles.entry}
							style={{ transform: `translateY(${start}px)` }}
							onClick={() => open(index)}
						>
							{entry.text}
						</div>
					) : null;
				})}
			</div>
		</div>
	);
}

function entryId(index: number): string {
	return `contents-${index}`;
}
