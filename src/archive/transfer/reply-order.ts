import type { AnnotationId } from '#shared/domain/ids.ts';

/** What this needs of an annotation of a file. */
export interface Answer {
	id: AnnotationId;
	/** The annotation of the same file that it answers. */
	parentId: AnnotationId | null;
}

/** In the order of the file, but each behind what it answers. Of a ring, one is taken for its beginning. */
export function inReplyOrder<A extends Answer>(answers: readonly A[]): A[] {
	const children = new Map<AnnotationId | null, A[]>();
	const ids = new Set(answers.map(({ id }) => id));
	for (const answer of answers) {
		const parentId = answer.parentId !== null && ids.has(answer.parentId) ? answer.parentId : null;
		const siblings = children.get(parentId);
		if (siblings) siblings.push(answer);
		else children.set(parentId, [answer]);
	}
	const ordered = new Set<A>();
	const follow = (roots: readonly A[]) => {
		const open = [...roots].reverse();
		for (let next = open.pop(); next; next = open.pop()) {
			if (ordered.has(next)) continue;
			ordered.add(next);
			open.push(...(children.get(next.id) ?? []).toReversed());
		}
	};
	follow(children.get(null) ?? []);
	for (const answer of answers) if (!ordered.has(answer)) follow([answer]);
	return [...ordered];
}
