import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand, useCommand } from '#renderer/lib/commands.ts';
import { narrowWindow } from '#renderer/lib/media-query.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import page from '#renderer/ui/picture-page.module.css';
import { Inspector } from '#renderer/ui/slots.tsx';
import type { EventContext } from '#shared/chronology/event-context.ts';
import { filterEvents, noFilter } from '#shared/chronology/event-filter.ts';
import { lanesOf } from '#shared/chronology/lanes.ts';
import { placeEvents } from '#shared/chronology/placed-events.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { ChronologyDialogs } from './ChronologyDialogs.tsx';
import { ChronologyHead } from './ChronologyHead.tsx';
import { askForNewEvent, useChronology } from './chronology-store.ts';
import { EventDetails } from './EventDetails.tsx';
import { EventFacets } from './EventFacets.tsx';
import { EventTable } from './EventTable.tsx';
import { Picture } from './picture/Picture.tsx';
import { UnplacedEvents } from './UnplacedEvents.tsx';
import { useEventContext } from './use-event-context.ts';

/** Every event as its sources date it: as a picture, and the same as a table beside it. */
export function ChronologyPage() {
	const { data: events, error: eventsError } = useQuery(queries.events.list());
	const { context, error: contextError } = useEventContext(events);
	const error = eventsError ?? contextError;
	const isReadOnly = useIsReadOnly();
	useCommand('events.new', askForNewEvent, !isReadOnly);
	if (error) return <ErrorNotice error={error} />;
	return events && context ? <LoadedEvents events={events} context={context} /> : null;
}

function LoadedEvents({ events, context }: { events: readonly ArchiveEvent[]; context: EventContext }) {
	// Its scale changes with every frame of a zoom, which only the picture has to draw.
	const { lanes: laneKind, filter, isTableShown } = useChronology(useShallow(({ scale: _, ...view }) => view));
	const placed = useMemo(() => placeEvents(events), [events]);
	const shown = useMemo(() => filterEvents(placed, filter, context), [placed, filter, context]);
	const lanes = useMemo(() => lanesOf(shown.events, laneKind, context), [shown, laneKind, context]);
	const chosenId = useLocation({ select: (location) => location.hash }) as EventId | '';
	const choose = useChoose();
	const chosen = placed.find(({ event }) => event.id === chosenId);
	if (events.length === 0) return <NoEvents />;
	return (
		<div className={page.page}>
			<ChronologyHead shownCount={shown.events.length} totalCount={events.length} />
			<EventFacets counts={shown.counts} context={context} />
			{shown.events.length === 0 ? (
				<div className={page.nothing}>
					<p>{message('chronology.nothing-passes')}</p>
					<Button onPress={() => useChronology.setState({ filter: noFilter })}>
						{message('library.clear-filter')}
					</Button>
				</div>
			) : (
				<>
					<Picture lanes={lanes} events={shown.events} context={context} chosenId={chosenId} onChoose={choose} />
					<UnplacedEvents events={shown.events} context={context} chosenId={chosenId} onChoose={choose} />
					{isTableShown ? (
						<EventTable events={shown.events} context={context} chosenId={chosenId} onChoose={choose} />
					) : null}
				</>
			)}
			<Inspector>
				{chosen ? (
					<EventDetails key={chosen.event.id} placed={chosen} context={context} />
				) : (
					<p className={page.choose}>{message('chronology.choose')}</p>
				)}
			</Inspector>
			<ChronologyDialogs events={events} onShow={choose} />
		</div>
	);
}

function NoEvents() {
	const isReadOnly = useIsReadOnly();
	const choose = useChoose();
	return (
		<EmptyState isPage title={message('chronology.empty.title')} text={message('chronology.empty.text')}>
			{isReadOnly ? null : (
				<Button variant="primary" onPress={askForNewEvent}>
					{message('chronology.new')}
				</Button>
			)}
			<ChronologyDialogs events={[]} onShow={choose} />
		</EmptyState>
	);
}

/** The chosen event is in the address, so that it can be copied; going from one to the next leaves one step for Back. */
function useChoose(): (id: EventId, isOpened?: boolean) => void {
	const navigate = useNavigate();
	return (id, isOpened = false) => {
		void navigate({ to: '/chronology', hash: id, replace: true, hashScrollIntoView: false });
		if (isOpened && window.matchMedia(narrowWindow).matches) runCommand('pane.inspector');
	};
}
