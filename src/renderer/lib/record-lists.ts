import type { Query, QueryClient } from '@tanstack/react-query';
import type { RecordId } from '#shared/domain/ids.ts';
import { isListedIn, type RecordPlace, type RecordSummary } from '#shared/domain/record.ts';
import { changedList } from './changed-list.ts';
import { keys } from './query-keys.ts';

/** Of these records, and of those that are a part of one: whether such a one was joined into it, both of them tell. */
export function withParts(client: QueryClient, ids: ReadonlySet<RecordId>): RecordId[] {
	const parts = knownLists(client).flatMap(({ state }) =>
		(state.data ?? []).flatMap(({ id, parentId }) => (parentId !== null && ids.has(parentId) ? [id] : [])),
	);
	return [...new Set([...ids, ...parts])];
}

/**
 * Puts records as they are now where the lists that were asked for read them. An archive may have ten thousand, and to ask
 * for all of them again takes both processes a hundred milliseconds and more, time and again while files are added.
 * Resolves when all lists are as the archive has them.
 *
 * @param asked those of which `found` are the ones that are there
 */
export async function putRecords(
	client: QueryClient,
	asked: readonly RecordId[],
	found: readonly RecordSummary[],
): Promise<void> {
	const onTheirWay: Promise<void>[] = [];
	for (const { queryKey, state } of knownLists(client)) {
		// One on its way may have been read before the change; one that is out of date would pass for a fresh one.
		if (!state.data || state.isInvalidated || state.fetchStatus !== 'idle') {
			onTheirWay.push(client.invalidateQueries({ queryKey, exact: true }));
			continue;
		}
		const own = found.filter((record) => isListedIn((queryKey[2] ?? {}) as RecordPlace, record));
		const gone = new Set(asked);
		for (const { id } of own) gone.delete(id);
		client.setQueryData<RecordSummary[]>(queryKey, changedList(state.data, own, gone));
	}
	await Promise.all(onTheirWay);
}

function knownLists(client: QueryClient) {
	return client.getQueryCache().findAll({ queryKey: keys.records.list() }) as Query<RecordSummary[]>[];
}
