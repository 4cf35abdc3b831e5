import type { Years } from '../domain/chronology.ts';
import type { ArchiveEvent } from '../domain/event.ts';
import type { FacetCount, ListFacet } from '../search/search-query.ts';
import { dayNumber } from '../text/edtf/civil-days.ts';
import type { Stretch } from '../text/edtf/extent.ts';
import { attestingRecords, type ContextRecord, type EventContext } from './event-context.ts';
import type { PlacedEvent } from './placed-events.ts';

/** The facets of the search that tell events apart, by their names and by the records that attest them; and their own kind. */
export const eventFacets = [
	'eventKinds',
	'people',
	'places',
	'recordKinds',
	'languages',
	'holdings',
	'tags',
	'sources',
	'collections',
] as const satisfies readonly (ListFacet | 'eventKinds' | 'collections')[];
export type EventFacet = (typeof eventFacets)[number];

/** What an event says of itself. */
const ownFacets = ['eventKinds', 'people', 'places'] as const satisfies readonly EventFacet[];
type RecordFacet = Exclude<EventFacet, (typeof ownFacets)[number]>;
const recordFacets = eventFacets.filter(
	(facet): facet is RecordFacet => !(ownFacets as readonly string[]).includes(facet),
);

/** Each list that is not empty narrows; values of one list are alternatives. */
export interface EventFilter extends Years {
	/** An event passes when its date may lie between the years. */
	values: { readonly [F in EventFacet]?: ReadonlySet<string> };
}

export const noFilter: EventFilter = { values: {}, fromYear: null, toYear: null };

export function isNarrowed({ values, fromYear, toYear }: EventFilter): boolean {
	return fromYear !== null || toYear !== null || Object.values(values).some((chosen) => chosen.size > 0);
}

export interface FilteredEvents {
	events: PlacedEvent[];
	/** Of each facet, over the events that pass all the others; most frequent first, chosen ones always. */
	counts: Record<EventFacet, FacetCount[]>;
}

/** Narrows as the search does: a facet leaves its own choice aside when it counts. */
export function filterEvents(
	events: readonly PlacedEvent[],
	filter: EventFilter,
	context: EventContext,
): FilteredEvents {
	const tally = new FacetTally(filter);
	const narrowing = eventFacets.filter((facet) => (filter.values[facet]?.size ?? 0) > 0);
	const passing: PlacedEvent[] = [];
	for (const placed of events) {
		if (!mayBeIn(placed, filter)) continue;
		const records = attestingRecords(placed.event, context);
		const failing = narrowing.filter((facet) => !passes(valuesIn(placed.event, records, facet), filter.values[facet]));
		if (failing.length === 0) {
			passing.push(placed);
			tally.countAll(placed.event, records);
		} else if (failing.length === 1) tally.count(placed.event, records, failing);
	}
	return { events: passing, counts: tally.counts() };
}

/** How many events have each value of each facet. */
class FacetTally {
	readonly #counted: ReadonlyMap<EventFacet, Map<string, number>>;
	/** Events that one record alone attests. Some records attest thousands: what such a record says is looked at once. */
	readonly #single = new Map<ContextRecord, number>();

	constructor({ values }: EventFilter) {
		this.#counted = new Map(
			eventFacets.map((facet) => [facet, new Map(Array.from(values[facet] ?? [], (value) => [value, 0]))]),
		);
	}

	countAll(event: ArchiveEvent, records: readonly ContextRecord[]): void {
		const [record, another] = records;
		this.count(event, records, another ? eventFacets : ownFacets);
		if (record && !another) this.#single.set(record, (this.#single.get(record) ?? 0) + 1);
	}

	count(event: ArchiveEvent, records: readonly ContextRecord[], facets: readonly EventFacet[]): void {
		for (const facet of facets) count(this.#counted.get(facet), valuesIn(event, records, facet));
	}

	/** Once, at the end. */
	counts(): FilteredEvents['counts'] {
		for (const [record, times] of this.#single)
			for (const facet of recordFacets) count(this.#counted.get(facet), recordValues(record, facet), times);
		return Object.fromEntries([...this.#counted].map(inOrder)) as FilteredEvents['counts'];
	}
}

function count(counted: Map<string, number> | undefined, values: readonly string[], times = 1): void {
	for (const value of values) counted?.set(value, (counted.get(value) ?? 0) + times);
}

function inOrder([facet, counted]: [EventFacet, Map<string, number>]): [EventFacet, FacetCount[]] {
	const list = [...counted].map(([value, count]) => ({ value, count }));
	return [facet, list.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))];
}

function passes(values: readonly string[], chosen: ReadonlySet<string> | undefined): boolean {
	return !chosen || values.some((value) => chosen.has(value));
}

function mayBeIn({ stretch }: PlacedEvent, years: EventFilter): boolean {
	if (years.fromYear === null && years.toYear === null) return true;
	return stretch !== null && mayLieBetween(stretch, years);
}

/** The days of these years, without the one after them. */
export function stretchOfYears({ fromYear, toYear }: Years): Stretch {
	return {
		from: fromYear === null ? -Infinity : dayNumber(fromYear, 1, 1),
		to: toYear === null ? Infinity : dayNumber(toYear + 1, 1, 1),
	};
}

/** Whether a time may lie within these years. */
export function mayLieBetween(stretch: Stretch, years: Years): boolean {
	const { from, to } = stretchOfYears(years);
	return stretch.from < to && stretch.to > from;
}

const none: readonly string[] = [];

/** Each once: two records of one kind count an event once. */
function valuesIn(event: ArchiveEvent, records: readonly ContextRecord[], facet: EventFacet): readonly string[] {
	if (facet === 'eventKinds') return event.kind === '' ? none : [event.kind];
	if (facet === 'people') return event.participantIds;
	if (facet === 'places') return event.placeIds;
	const [first, ...others] = records;
	if (!first) return none;
	if (others.length === 0) return recordValues(first, facet);
	return [...new Set(records.flatMap((record) => recordValues(record, facet)))];
}

function recordValues(record: ContextRecord, facet: RecordFacet): readonly string[] {
	switch (facet) {
		case 'recordKinds':
			return [record.kind];
		case 'languages':
			return record.languages.length > 0 ? record.languages : ['und'];
		case 'holdings':
			return [record.holding];
		case 'tags':
			return record.tagIds;
		case 'sources':
			return record.source === '' ? none : [record.source];
		case 'collections':
			return record.collectionIds;
	}
}
