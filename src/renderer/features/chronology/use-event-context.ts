import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { type EventContext, eventContext } from '#shared/chronology/event-context.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import { activeLocale } from '#shared/messages/messages.ts';

interface AskedContext {
	/** Null until all of it has come. */
	context: EventContext | null;
	error: Error | null;
}

/**
 * What the things that events point at are called. It is asked for beside the events, and drawn with them: each list that
 * came later would have all of them placed, counted and drawn anew.
 */
export function useEventContext(events: readonly ArchiveEvent[] | undefined): AskedContext {
	const { data: names, error: namesError } = useQuery(queries.names.list());
	const { data: records, error: recordsError } = useQuery(queries.records.list({}));
	const { data: collections, error: collectionsError } = useQuery(queries.collections.list());
	const { data: tags, error: tagsError } = useQuery(queries.tags.list());
	const language = activeLocale();
	const context = useMemo(
		() =>
			events && names && records && collections && tags
				? eventContext({ events, names, records, collections, tags }, language)
				: null,
		[events, names, records, collections, tags, language],
	);
	return { context, error: namesError ?? recordsError ?? collectionsError ?? tagsError };
}
