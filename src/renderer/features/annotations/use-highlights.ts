import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type NearPassages, watchNearPassages } from '#renderer/lib/near-passages.ts';
import { type Annotation, rangeIn } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { AnnotatedText } from './annotated-text.ts';
import { countByPassage } from './annotation-order.ts';
import { useAnnotationsView } from './annotations-store.ts';
import { type AnnotationHighlights, createAnnotationHighlights } from './highlights.ts';

/** Keeps how many notes stand on each passage of the text that is open. */
export function useNoteCounts(annotations: readonly Annotation[], editionId: EditionId): void {
	useEffect(() => {
		const ranges = annotations.flatMap((annotation) => rangeIn(annotation, editionId) ?? []);
		useAnnotationsView.setState({ noteCounts: countByPassage(ranges) });
	}, [annotations, editionId]);
}

/** Keeps the marks on the text as the archive has them, and lights those of the card that is pointed at. */
export function useHighlights(text: AnnotatedText, annotations: readonly Annotation[]): AnnotationHighlights | null {
	const { root, dom, blocks, editionId, drawnCount } = text;
	const [highlights, setHighlights] = useState<AnnotationHighlights | null>(null);
	const near = useRef<NearPassages>(null);
	const awaited = useAnnotationsView(({ awaitedMarks }) => awaitedMarks);
	const litId = useAnnotationsView(({ hoveredId, activeId }) => hoveredId ?? activeId);

	useEffect(() => {
		const created = createAnnotationHighlights(dom);
		setHighlights(created);
		const watch = watchNearPassages(root, created.look);
		near.current = watch;
		return () => {
			watch.stop();
			created.dispose();
		};
	}, [root, dom]);

	// In the frame in which they came: somebody waits for the mark just made.
	useLayoutEffect(
		() => highlights?.show(annotations, awaited, editionId, blocks),
		[highlights, annotations, awaited, editionId, blocks],
	);

	// biome-ignore lint/correctness/useExhaustiveDependencies: drawnCount says that more passages can be marked now
	useEffect(() => near.current?.refresh(), [highlights, drawnCount]);

	useLayoutEffect(() => highlights?.activate(litId), [highlights, litId]);

	return highlights;
}
