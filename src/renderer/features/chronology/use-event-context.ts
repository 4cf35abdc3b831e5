import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { type EventContext, eventContext } from '#shared/chronology/event-context.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import { activeLocale } from '#shared/messages/messages.ts';

const none: never[] = [];

/** What the things that events point at are called. */
export function useEventContext(events: readonly ArchiveEvent[]): EventContext {
	const { data: names = none } = useQuery(queries.names.list());
	const { data: records = none } = useQuery(queries.records.list({}));
	const { data: collections = none } = useQuery(queries.collections.list());
	const { data: tags = none } = useQuery(queries.tags.list());
	const language = activeLocale();
	return useMemo(
		() => eventContext({ events, names, records, collections, tags }, language),
		[events, names, records, collections, tags, language],
	);
}
