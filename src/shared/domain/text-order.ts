import type { Annotation } from './annotation.ts';
import { compareRegions } from './page-box.ts';
import { compareRanges } from './text-range.ts';

/** What the order goes by. */
type Placed = Pick<Annotation, 'id' | 'target' | 'region' | 'place' | 'createdAt' | 'replyToId'>;

/**
 * The annotations of one record in the order of its text: those on the whole record first, then those on regions of its
 * pages in the order of these, those without a place in the text last, of two at one place the older first, and every reply right behind what it answers.
 */
export function inTextOrder<A extends Placed>(annotations: readonly A[]): A[] {
	const known = new Set(annotations.map((annotation) => annotation.id));
	const children = new Map<string, A[]>();
	for (const annotation of [...annotations].sort(compare)) {
		const parent = annotation.replyToId !== null && known.has(annotation.replyToId) ? annotation.replyToId : '';
		const siblings = children.get(parent);
		if (siblings) siblings.push(annotation);
		else children.set(parent, [annotation]);
	}
	const ordered: A[] = [];
	const open = [...(children.get('') ?? [])].reverse();
	for (let next = open.pop(); next; next = open.pop()) {
		ordered.push(next);
		open.push(...(children.get(next.id) ?? []).reverse());
	}
	return ordered;
}

function compare(a: Placed, b: Placed): number {
	const byPlace = Number(isMark(a)) - Number(isMark(b));
	const isLost = Number(a.target !== null && a.place === null) - Number(b.target !== null && b.place === null);
	const [first, second] = [a.place ?? a.target, b.place ?? b.target];
	const [one, other] = [a.region, b.region];
	const byText = first && second ? compareRanges(first, second) : 0;
	const byPage = one && other ? compareRegions(one, other) : Number(one !== null) - Number(other !== null);
	return byPlace || isLost || byText || byPage || compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id);
}

/** Also one from elsewhere that was placed by hand. */
function isMark({ target, place }: Placed): boolean {
	return target !== null || place !== null;
}

function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
