import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Gives the query of one thing what a list of such things has of it, where the list is true and the query has nothing
 * yet: whoever asks then has it at once. Subtle: not by the query's `initialData`, to which it would go back, for good,
 * when another archive is opened and everything is forgotten. What it is given so is forgotten, and asked for anew, as
 * an answer is. Gives what the list has; undefined where that is not there or not true.
 */
export function takeFromList<T extends { id: string }>(
	client: QueryClient,
	{ list, one, id }: { list: QueryKey; one: QueryKey; id: string },
): T | undefined {
	if (client.getQueryState(list)?.isInvalidated) return undefined;
	const listed = client.getQueryData<T[]>(list)?.find((each) => each.id === id);
	if (listed && client.getQueryData(one) === undefined) client.setQueryData(one, listed);
	return listed;
}
