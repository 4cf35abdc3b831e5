import type { Annotation, TextRange } from '#shared/domain/annotation.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { compareRanges, partWithin, rangeHolds, type TextBlock, type TextPoint } from '#shared/domain/text-range.ts';

/** An annotation with its answers, oldest first. */
export interface Thread {
	annotation: Annotation;
	replies: Annotation[];
}

/**
 * Threads in the order of the text, those on the whole record first. A reply to a reply joins the same thread; one whose
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
	if (!a.target || !b.target) return Number(a.target !== null) - Number(b.target !== null) || byTime(a, b);
	return compareRanges(a.target, b.target) || byTime(a, b);
}

function byTime(a: Annotation, b: Annotation): number {
	return a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);
}

/** The annotation that a place in the text belongs to: of several, the one with the shortest mark. */
export function annotationAt(annotations: readonly Annotation[], point: TextPoint, blocks: readonly TextBlock[]) {
	const holding = annotations.filter(({ target }) => target && rangeHolds(target, point));
	return holding.toSorted((a, b) => lengthOf(a, blocks) - lengthOf(b, blocks))[0] ?? null;
}

function lengthOf({ target }: Annotation, blocks: readonly TextBlock[]): number {
	if (!target) return 0;
	return blocks.slice(target.startOrdinal, target.endOrdinal + 1).reduce((sum, block) => {
		const part = partWithin(target, block);
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
