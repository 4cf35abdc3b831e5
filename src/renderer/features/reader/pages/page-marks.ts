import { type Annotation, rangeIn } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { AnnotationId, EditionId, Sha256 } from '#shared/domain/ids.ts';
import { boxHolds, type PageBox, type PagePoint } from '#shared/domain/page-box.ts';
import { boxesOf, type PageLayout } from '#shared/domain/page-layout.ts';
import { partWithin } from '#shared/domain/text-range.ts';

/** An annotation where it stands on one page. */
export interface PageMark {
	id: AnnotationId;
	purpose: Annotation['purpose'];
	boxes: PageBox[];
	isRegion: boolean;
}

interface MarkedPage {
	sha256: Sha256;
	page: number;
	layout: PageLayout;
	/** The text whose places `layout` knows; null where it knows none. */
	editionId: EditionId | null;
	blocks: readonly StoredBlock[];
}

/** The regions marked on a page, and the marks on words that stand there. */
export function marksOnPage(annotations: readonly Annotation[], on: MarkedPage): PageMark[] {
	const ordinals = [...new Set(on.layout.runs.map(({ ordinal }) => ordinal))];
	return annotations.flatMap<PageMark>((annotation) => {
		const { id, purpose, region } = annotation;
		if (region) {
			const isHere = region.originalSha256 === on.sha256 && region.page === on.page;
			return isHere ? [{ id, purpose, boxes: [region], isRegion: true }] : [];
		}
		const boxes = boxesOfWords(annotation, ordinals, on);
		return boxes.length > 0 ? [{ id, purpose, boxes, isRegion: false }] : [];
	});
}

function boxesOfWords(
	annotation: Annotation,
	ordinals: readonly number[],
	{ layout, editionId, blocks }: MarkedPage,
): PageBox[] {
	const range = rangeIn(annotation, editionId);
	if (!range || !editionId) return [];
	return ordinals.flatMap((ordinal) => {
		const block = blocks[ordinal];
		const part = block && partWithin(range, block);
		return part ? boxesOf(layout, { ordinal, ...part }, (at) => blocks[at]?.text ?? '') : [];
	});
}

/** The mark at a point: of several, the smallest. */
export function markAt(marks: readonly PageMark[], point: PagePoint): PageMark | null {
	const holding = marks.filter(({ boxes }) => boxes.some((box) => boxHolds(box, point)));
	return holding.toSorted((a, b) => areaOf(a) - areaOf(b))[0] ?? null;
}

function areaOf({ boxes }: PageMark): number {
	return boxes.reduce((sum, { width, height }) => sum + width * height, 0);
}
