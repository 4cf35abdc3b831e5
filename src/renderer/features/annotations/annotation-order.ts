import { type Annotation, rangeIn, type TextRange } from '#shared/domain/annotation.ts';
import type { AnnotationId, EditionId } from '#shared/domain/ids.ts';
import { compareRegions } from '#shared/domain/page-box.ts';
import { compareRanges, partWithin, rangeHolds, type TextBlock, type TextPoint } from '#shared/domain/text-range.ts';

/** An annotation with its answers, oldest first. */
export interface Thread {
	annotation: Annotation;
	replies: Annotation[];
}

/**
 * Threads in the order of the text, those on the whole record first, then those on regions of its pages. A reply to a reply joins the same thread; one whose
 * first note is gone stands by itself rather than being hidden.
 */
export function threadsOf(annotations: readonly Annotation[]): Thread[] {
	const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
	const threads = new Map<AnnotationId, Thread>();
	for (const annotation of annotations) {
		if (rootOf(annotation, byId) === annotation) threads.set(annotation.id, { annotation, replies: [] });
	}
	for (const annotation of annotations) {
		const root = rootOf(annotation, byId);
		if (root !== annotation) threads.get(root.id)?.replies.push(annotation);
	}
	const inOrder = [...threads.values()].toSorted((a, b) => compareAnnotations(a.annotation, b.annotation));
	for (const { replies } of inOrder) replies.sort(byTime);
	return inOrder;
}

function rootOf(annotation: Annotation, byId: ReadonlyMap<AnnotationId, Annotation>): Annotation {
	const seen = new Set([annotation.id]);
	let root = annotation;
	for (let parent = parentOf(root, byId); parent && !seen.has(parent.id); parent = parentOf(root, byId)) {
		seen.add(parent.id);
		root = parent;
	}
	return root;
}

function parentOf(annotation: Annotation, byId: ReadonlyMap<AnnotationId, Annotation>): Annotation | undefined {
	return annotation.replyToId ? byId.get(annotation.replyToId) : undefined;
}

function compareAnnotations(a: Annotation, b: Annotation): number {
	const [first, second] = [a.place ?? a.target, b.place ?? b.target];
	if (!first || !second) return Number(first !== null) - Number(second !== null) || byPage(a, b) || byTime(a, b);
	return Number(isLost(a)) - Number(isLost(b)) || compareRanges(first, second) || byTime(a, b);
}

function byPage({ region: one }: Annotation, { region: other }: Annotation): number {
	return one && other ? compareRegions(one, other) : Number(one !== null) - Number(other !== null);
}

/** Those whose words are gone from the text come last. */
function isLost({ target, place }: Annotation): boolean {
	return target !== null && place === null;
}

function byTime(a: Annotation, b: Annotation): number {
	return a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);
}

/** The annotation that a place in the text belongs to: of several, the one with the shortest mark. */
export function annotationAt(
	annotations: readonly Annotation[],
	point: TextPoint,
	{ blocks, editionId }: { blocks: readonly TextBlock[]; editionId: EditionId },
): Annotation | null {
	const holding = annotations.flatMap((annotation) => {
		const range = rangeIn(annotation, editionId);
		return range && rangeHolds(range, point) ? [{ annotation, length: lengthOf(range, blocks) }] : [];
	});
	return holding.toSorted((a, b) => a.length - b.length)[0]?.annotation ?? null;
}

/** Whether an annotation's words are on a passage of an edition, whole or in part. */
export function standsOn(annotation: Annotation, editionId: EditionId, ordinal: number): boolean {
	const range = rangeIn(annotation, editionId);
	return range !== null && range.startOrdinal <= ordinal && ordinal <= range.endOrdinal;
}

function lengthOf(range: TextRange, blocks: readonly TextBlock[]): number {
	return blocks.slice(range.startOrdinal, range.endOrdinal + 1).reduce((sum, block) => {
		const part = partWithin(range, block);
		return part ? sum + part.end - part.start : sum;
	}, 0);
}

/** How many annotations stand on each passage, by ordinal. */
export function countByPassage(targets: readonly TextRange[]): Map<number, number> {
	const counts = new Map<number, number>();
	for (const { startOrdinal, endOrdinal } of targets) {
		for (let ordinal = startOrdinal; ordinal <= endOrdinal; ordinal += 1) {
			counts.set(ordinal, (counts.get(ordinal) ?? 0) + 1);
		}
	}
	return counts;
}
