import { useMemo, useRef } from 'react';
import { useTextSelection } from '#renderer/features/annotations/index.ts';
import type { OpenedFile } from '#renderer/pages/index.ts';
import { message } from '#shared/messages/messages.ts';
import { PageSheet } from './PageSheet.tsx';
import styles from './Pages.module.css';
import { usePageView } from './page-view-store.ts';
import { createRunDom } from './run-dom.ts';
import { usePagePositions } from './use-page-positions.ts';

interface PageScrollerProps {
	fileId: number;
	opened: OpenedFile;
	root: HTMLElement;
}

/** All pages of a file, of which only those in sight are drawn. */
export function PageScroller({ fileId, opened, root }: PageScrollerProps) {
	const scroller = useRef(root);
	const { virtual, sizeOf, uprightSizeOf, onSize } = usePagePositions(scroller, opened);
	const turns = usePageView((view) => view.turns);
	const dom = useMemo(() => createRunDom(root), [root]);
	useTextSelection({ root, dom });
	const items = virtual.getVirtualItems();
	const widest = Math.max(0, ...items.map(({ index }) => sizeOf(index + 1).width));
	return (
		<div
			className={styles.sheets}
			// Subtle: heights and widths are data of the file.
			style={{ blockSize: virtual.getTotalSize(), minInlineSize: widest }}
		>
			{items.map(({ index, start }) => {
				const page = index + 1;
				const { width, height } = sizeOf(page);
				return (
					<PageSheet
						key={page}
						{...{ fileId, page, turns, onSize }}
						pageCount={opened.pageCount}
						size={uprightSizeOf(page)}
						widthPx={width}
						heightPx={height}
						startPx={start}
					/>
				);
			})}
			<p role="status" className="visually-hidden">
				<PageAnnouncement pageCount={opened.pageCount} />
			</p>
		</div>
	);
}

function PageAnnouncement({ pageCount }: { pageCount: number }) {
	const page = usePageView((view) => view.page);
	return message('pages.sheet', { page, count: pageCount });
}
