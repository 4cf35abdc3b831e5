import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { runCommand } from '#renderer/lib/commands.ts';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import page from '#renderer/ui/picture-page.module.css';
import { Inspector } from '#renderer/ui/slots.tsx';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { PlaceLabels } from '#shared/domain/map.ts';
import type { Name } from '#shared/domain/name.ts';
import { placesOf, yearCounts } from '#shared/map/map-places.ts';
import { groundOf } from '#shared/map/map-scene.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';
import { LayScanDialog } from './layers/LayScanDialog.tsx';
import { LayerFaults, useLayers } from './layers/use-layers.tsx';
import { MapEmpty, WithoutCoordinates } from './MapEmpty.tsx';
import { MapExportDialog } from './MapExportDialog.tsx';
import { MapHead } from './MapHead.tsx';
import { allYears, useMap } from './map-store.ts';
import { PlaceDetails } from './PlaceDetails.tsx';
import { PlaceTable } from './PlaceTable.tsx';
import { Picture } from './picture/Picture.tsx';
import { SuggestionsDialog } from './SuggestionsDialog.tsx';
import { YearsBrush } from './YearsBrush.tsx';

/** The places of the archive where somebody said they lie, and all of them in a list beside it. */
export function MapPage() {
	const { data: names, error: namesError } = useQuery(queries.names.list());
	const { data: events, error: eventsError } = useQuery(queries.events.list());
	const { data: labels, error: labelsError } = useQuery(queries.map.labels());
	const error = namesError ?? eventsError ?? labelsError;
	if (error) return <ErrorNotice error={error} />;
	if (!names || !events || labels === undefined) return null;
	const hasPlaces = names.some(({ kind, coordinates }) => kind === 'place' || coordinates.length > 0);
	return hasPlaces ? <LoadedMap names={names} events={events} labels={labels} /> : <MapEmpty />;
}

interface LoadedMapProps {
	names: readonly Name[];
	events: readonly ArchiveEvent[];
	labels: PlaceLabels;
}

function LoadedMap({ names, events, labels }: LoadedMapProps) {
	// Not where one is in the picture: that changes with every frame of moving it.
	const { years, isPictureShown, isListShown, dialog } = useMap(useShallow(({ sight: _, ...view }) => view));
	const isNarrow = useMediaQuery(narrowWindow);
	const language = activeLocale();
	const places = useMemo(
		() => placesOf({ names, events }, { labels, language }, years),
		[names, events, labels, language, years],
	);
	const ground = useMemo(() => groundOf(names.flatMap(({ coordinates }) => coordinates)), [names]);
	const counts = useMemo(() => yearCounts(events), [events]);
	const chosenId = useLocation({ select: ({ hash }) => hash });
	const chosen = places.find(({ id }) => id === chosenId);
	const choose = useChoose();
	const layers = useLayers();
	const placedCount = places.filter(({ coordinates }) => coordinates.length > 0).length;
	const isNowhere = names.every(({ coordinates }) => coordinates.length === 0);
	return (
		<div className={page.page}>
			<MapHead
				names={names}
				labels={labels}
				layers={layers}
				{...{ placedCount, isNarrow }}
				totalCount={places.length}
			/>
			{counts.length > 1 ? <YearsBrush counts={counts} /> : null}
			<LayerFaults layers={layers} />
			{isNowhere ? <WithoutCoordinates /> : null}
			{places.length === 0 ? (
				<div className={page.nothing}>
					<p>{message('map.nothing-passes')}</p>
					<Button onPress={() => useMap.setState({ years: allYears })}>{message('library.clear-filter')}</Button>
				</div>
			) : (
				<>
					{!isNarrow || isPictureShown ? (
						<Picture places={places} ground={ground} layers={layers} chosenId={chosenId} onChoose={choose} />
					) : null}
					{(isNarrow ? !isPictureShown : isListShown) ? (
						<PlaceTable places={places} chosenId={chosenId} onChoose={choose} />
					) : null}
				</>
			)}
			<Inspector>
				{chosen ? (
					<PlaceDetails key={chosen.id} place={chosen} events={events} />
				) : (
					<p className={page.choose}>{message('map.choose')}</p>
				)}
			</Inspector>
			{dialog === 'export' ? <MapExportDialog placeCount={places.length} ground={ground} layers={layers} /> : null}
			{dialog === 'scan' ? <LayScanDialog /> : null}
			{dialog === 'suggestions' ? <SuggestionsDialog names={names} layers={layers} /> : null}
		</div>
	);
}

/** What is chosen is in the address, so that it can be copied; going from one to the next leaves one step for Back. */
function useChoose(): (id: string, isOpened?: boolean) => void {
	const navigate = useNavigate();
	return (id, isOpened = false) => {
		void navigate({ to: '/map', hash: id, replace: true, hashScrollIntoView: false });
		if (isOpened && window.matchMedia(narrowWindow).matches) runCommand('pane.inspector');
	};
}
