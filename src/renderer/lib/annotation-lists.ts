import type { QueryClient } from '@tanstack/react-query';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotationId, RecordId } from '#shared/domain/ids.ts';
import { changedList } from './changed-list.ts';
import { keys } from './query-keys.ts';

/**
 * Puts annotations where the lists that were asked for read them: in place of their older selves, the others at the end.
 * A text may have thousands, and to ask for all of them again takes longer than a mark may take to be seen.
 */
export function putAnnotations(client: QueryClient, annotations: readonly Annotation[]): void {
	change(client, annotations, []);
}

/** Takes them out of every list. */
export function dropAnnotations(client: QueryClient, ids: readonly AnnotationId[]): void {
	change(client, [], ids);
}

function change(client: QueryClient, put: readonly Annotation[], dropped: readonly AnnotationId[]): void {
	for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: keys.annotations.list() })) {
		// A list on its way was read before the change, and would take its place.
		if (state.fetchStatus !== 'idle') void client.invalidateQueries({ queryKey, exact: true });
		const { recordId } = (queryKey[2] ?? {}) as { recordId?: RecordId };
		const own = recordId ? put.filter((annotation) => annotation.recordId === recordId) : put;
		client.setQueryData<Annotation[]>(queryKey, (known) => known && changedList(known, own, new Set(dropped)));
	}
}
