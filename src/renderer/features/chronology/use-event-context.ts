import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { type EventContext, eventContext, isSameContext } from '#shared/chronology/event-context.ts';
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
	const drawn = useRef<{ events: readonly ArchiveEvent[]; language: string; context: EventContext } | null>(null);
	const context = useMemo(() => {
		if (!(events && names && records && collections && tags)) return null;
		const next = eventContext({ events, names, records, collections, tags }, language);
		const known = drawn.current;
		const isAsDrawn =
			known?.events === events && known.language === language && isSameContext(known.context, next, events);
		return isAsDrawn ? known.context : next;
	}, [events, names, records, collections, tags, language]);
	useEffect(() => {
		drawn.current = events && context ? { events, language, context } : null;
	}, [events, language, context]);
	return { context, error: namesError ?? recordsError ?? collectionsError ?? tagsError };
}
