import { useQuery } from '@tanstack/react-query';
import { type MouseEvent, memo, useMemo, useRef } from 'react';
import { activate, hover, showCard, useLitAnnotation } from '#renderer/features/annotations/index.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import type { PageSize } from '#renderer/pages/index.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { Turns } from '#shared/domain/page-box.ts';
import { blockAt, boxesOf, outlinesOf, type PageLayout } from '#shared/domain/page-layout.ts';
import { message } from '#shared/messages/messages.ts';
import { PageOverlay } from './PageOverlay.tsx';
import styles from './Pages.module.css';
import { overlayShape, pointOnPage } from './page-geometry.ts';
import { markAt, marksOnPage } from './page-marks.ts';
import { usePageView } from './page-view-store.ts';
import { usePages } from './pages-context.ts';
import { RegionFrame } from './RegionFrame.tsx';
import { useDrawnPage } from './use-drawn-page.ts';
import { useFrameDrawing } from './use-frame-drawing.ts';

interface PageSheetProps {
	fileId: number;
	/** From 1. */
	page: number;
	pageCount: number;
	/** Of the upright page, in its own units. */
	size: PageSize;
	/** As it is shown, in CSS pixels. */
	widthPx: number;
	heightPx: number;
	/** From the top of all pages, in CSS pixels. */
	startPx: number;
	turns: Turns;
	onSize(page: number, size: PageSize): void;
}

/** One page: its picture, and over it what is marked and found there. */
export const PageSheet = memo(function PageSheet(props: PageSheetProps) {
	const { fileId, page, pageCount, size, widthPx, heightPx, startPx, turns, onSize } = props;
	const canvas = useRef<HTMLCanvasElement>(null);
	const problem = useDrawnPage(canvas, { fileId, page, widthPx, turns, onSize });
	const frame = usePageView((view) => (view.frame?.page === page ? view.frame : null));
	const isMarking = usePageView((view) => view.isMarking);
	const drawing = useFrameDrawing(page, turns);
	const name = message('pages.sheet', { page, count: pageCount });
	return (
		// Subtle: the whole of it is light, whatever the theme: paper stays paper, and so do the washes on it.
		<section
			aria-label={name}
			data-theme="light"
			data-page={page}
			data-marking={isMarking || undefined}
			className={styles.sheet}
			style={{ transform: `translateY(${startPx}px)`, inlineSize: widthPx, blockSize: heightPx }}
			{...drawing}
		>
			<canvas ref={canvas} className={styles.picture} role="img" aria-label={name} />
			{problem && (
				<p role="alert" className={styles.pageProblem}>
					{message('pages.not-drawn', { page })}
				</p>
			)}
			<SheetMarks page={page} size={size} turns={turns} />
			{frame && <RegionFrame page={page} box={frame.box} turns={turns} />}
		</section>
	);
});

function SheetMarks({ page, size, turns }: Pick<PageSheetProps, 'page' | 'size' | 'turns'>) {
	const { file, editionId, blocks, annotations, spansOf, isTextBeside, onFollow } = usePages();
	const layout = useLayout(editionId, page);
	const litId = useLitAnnotation();
	const ordinal = usePageView((view) => view.ordinal);
	const { width, height } = size;
	const shape = useMemo(() => overlayShape({ width, height }, turns), [width, height, turns]);
	const marks = useMemo(
		() => marksOnPage(annotations, { sha256: file.sha256, page, layout, editionId, blocks }),
		[annotations, file.sha256, page, layout, editionId, blocks],
	);
	const hits = useMemo(() => {
		const ordinals = spansOf ? new Set(layout.runs.map((run) => run.ordinal)) : [];
		return [...ordinals].flatMap((at) => {
			const block = blocks[at];
			const spans = block && spansOf ? spansOf(block) : [];
			return spans.flatMap((span) => boxesOf(layout, { ordinal: at, ...span }, () => block?.text ?? ''));
		});
	}, [layout, blocks, spansOf]);
	const outlines = useMemo(() => (ordinal === null ? [] : outlinesOf(layout, ordinal)), [layout, ordinal]);

	const pointOf = (event: MouseEvent<SVGSVGElement>) =>
		pointOnPage(event.currentTarget.getBoundingClientRect(), { x: event.clientX, y: event.clientY }, turns);
	function click(event: MouseEvent<SVGSVGElement>): void {
		if (usePageView.getState().isMarking || document.getSelection()?.isCollapsed === false) return;
		const point = pointOf(event);
		const mark = markAt(marks, point);
		if (mark) showCard(mark.id);
		else activate(null);
		const at = blockAt(layout, point);
		if (at === null) return;
		usePageView.setState({ ordinal: at });
		onFollow(at);
	}
	return (
		<PageOverlay
			{...{ shape, layout, blocks, marks, hits, outlines, litId, isTextBeside }}
			onPoint={(event) => hover(event.buttons === 0 ? (markAt(marks, pointOf(event))?.id ?? null) : null)}
			onClick={click}
		/>
	);
}

const noEdition = '00000000-0000-4000-8000-000000000000' as EditionId;

/** Where the words of the text stand on a page; nowhere until that is known, and where the text is from elsewhere. */
function useLayout(editionId: EditionId | null, page: number): PageLayout {
	const { data } = useQuery({
		...queries.editions.layout({ id: editionId ?? noEdition, page }),
		enabled: editionId !== null,
		staleTime: Number.POSITIVE_INFINITY,
	});
	const empty = useMemo<PageLayout>(() => ({ page, runs: [] }), [page]);
	return (editionId && data) || empty;
}
