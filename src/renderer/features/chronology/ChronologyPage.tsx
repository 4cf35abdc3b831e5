import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { nameTitle } from '#renderer/lib/name-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import styles from './ChronologyPage.module.css';
import { EventItem, type EventTitles } from './EventItem.tsx';
import { arrangeEvents } from './event-order.ts';

/** Every event as its source dates it: in order where there is one, and apart where there is none. */
export function ChronologyPage() {
	const { data: events, error } = useQuery(queries.events.list());
	const titles = useTitles(events);
	const arranged = useMemo(() => arrangeEvents(events ?? []), [events]);
	useChosenEvent(events !== undefined);
	if (error) return <ErrorNotice error={error} />;
	if (!events) return null;
	if (events.length === 0)
		return <EmptyState title={message('chronology.empty.title')} text={message('chronology.empty.text')} />;
	return (
		<div className={styles.page}>
			<header className={styles.head}>
				<h1 className={styles.title}>{message('chronology.title')}</h1>
				<p className={styles.note}>{message('chronology.count', { count: events.length })}</p>
			</header>
			<EventSection heading="chronology.dated" events={arranged.dated} titles={titles} note="chronology.dated.note" />
			<EventSection heading="chronology.ordered" events={arranged.ordered} titles={titles} />
			<EventSection heading="chronology.undated" events={arranged.undated} titles={titles} />
		</div>
	);
}

interface EventSectionProps {
	heading: MessageKey;
	note?: MessageKey;
	events: readonly ArchiveEvent[];
	titles: EventTitles;
}

function EventSection({ heading, note, events, titles }: EventSectionProps) {
	if (events.length === 0) return null;
	return (
		<section className={styles.section}>
			<h2 className={styles.heading}>{message(heading)}</h2>
			{note ? <p className={styles.note}>{message(note)}</p> : null}
			<ol className={styles.events}>
				{events.map((event) => (
					<EventItem key={event.id} event={event} titles={titles} />
				))}
			</ol>
		</section>
	);
}

function useTitles(events: readonly ArchiveEvent[] | undefined): EventTitles {
	const { data: names } = useQuery(queries.names.list());
	const { data: records } = useQuery(queries.records.list({}));
	return useMemo(
		() => ({
			events: new Map(events?.map(({ id, title }) => [id, title])),
			names: new Map(names?.map((name) => [name.id, nameTitle(name)])),
			records: new Map(records?.map(({ id, title }) => [id, title])),
		}),
		[events, names, records],
	);
}

/** The event that the address names comes into sight and takes the focus. */
function useChosenEvent(isReady: boolean): void {
	const hash = useLocation({ select: (location) => location.hash });
	useEffect(() => {
		const element = isReady && hash !== '' ? document.getElementById(hash) : null;
		element?.scrollIntoView({ block: 'center' });
		element?.focus();
	}, [hash, isReady]);
}
