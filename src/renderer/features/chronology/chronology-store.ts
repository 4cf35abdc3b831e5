import { create } from 'zustand';
import { type EventFacet, type EventFilter, noFilter } from '#shared/chronology/event-filter.ts';
import type { TimeScale } from '#shared/chronology/time-scale.ts';
import type { LaneKind } from '#shared/domain/chronology.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';

export type ChronologyDialog =
	| { type: 'new' }
	/** Another account of the same event. */
	| { type: 'account'; of: ArchiveEvent }
	| { type: 'edit'; event: ArchiveEvent }
	| { type: 'export' };

interface ChronologyView {
	lanes: LaneKind;
	filter: EventFilter;
	/** Keys of the lanes that show all their rows. */
	unfolded: ReadonlySet<string>;
	/** Null until one has moved: then all is in sight. */
	scale: TimeScale | null;
	/** The lane in which the keys move; an event may stand in several. */
	laneKey: string | null;
	isTableShown: boolean;
	dialog: ChronologyDialog | null;
}

/** What the chronology shows; kept while the window is open, so that Back finds it again. */
export const useChronology = create<ChronologyView>(() => ({
	lanes: 'kind',
	filter: noFilter,
	unfolded: new Set(),
	scale: null,
	laneKey: null,
	isTableShown: true,
	dialog: null,
}));

export function openDialog(dialog: ChronologyDialog | null): void {
	useChronology.setState({ dialog });
}

/** What the page shows over itself as soon as it is there. */
export function askForNewEvent(): void {
	openDialog({ type: 'new' });
}

/** Other lanes have other keys. */
export function chooseLanes(lanes: LaneKind): void {
	useChronology.setState({ lanes, unfolded: new Set(), laneKey: null });
}

export function toggleFold(key: string): void {
	useChronology.setState(({ unfolded }) => {
		const next = new Set(unfolded);
		if (!next.delete(key)) next.add(key);
		return { unfolded: next };
	});
}

export function chooseValues(facet: EventFacet, values: ReadonlySet<string>): void {
	useChronology.setState(({ filter }) => ({ filter: { ...filter, values: { ...filter.values, [facet]: values } } }));
}

/** Other years are all in sight at first. */
export function chooseYears(years: Partial<Pick<EventFilter, 'fromYear' | 'toYear'>>): void {
	useChronology.setState(({ filter }) => ({ filter: { ...filter, ...years }, scale: null }));
}
