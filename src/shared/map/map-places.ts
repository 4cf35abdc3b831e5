import { mayLieBetween } from '../chronology/event-filter.ts';
import { placeEvents } from '../chronology/placed-events.ts';
import { displayForm } from '../domain/displayed-form.ts';
import type { ArchiveEvent } from '../domain/event.ts';
import type { EventId, NameId } from '../domain/ids.ts';
import type { MapChoice, MapPlace, PlaceLabels } from '../domain/map.ts';
import type { Name } from '../domain/name.ts';
import { longestSpan, yearsOf } from '../search/date-years.ts';

interface KnownPlaces {
	names: readonly Name[];
	events: readonly ArchiveEvent[];
}

interface PlaceWords {
	labels: PlaceLabels;
	/** BCP 47 of the interface. */
	language: string;
}

/**
 * The places of an archive: names of that kind, and whatever else is said to lie somewhere. First those where most took
 * place; those of nothing at all come by their labels.
 */
export function placesOf({ names, events }: KnownPlaces, { labels, language }: PlaceWords, choice: MapChoice) {
	const isNarrowed = choice.fromYear != null || choice.toYear != null;
	const eventsAt = eventsByPlace(events, choice);
	return names
		.filter(({ kind, coordinates }) => kind === 'place' || coordinates.length > 0)
		.map((name): MapPlace => {
			const { id, kind, forms, coordinates } = name;
			return { id, kind, label: labelOf(name, labels, language), forms, coordinates, eventIds: eventsAt.get(id) ?? [] };
		})
		.filter(({ eventIds }) => !isNarrowed || eventIds.length > 0)
		.sort(
			(one, other) =>
				other.eventIds.length - one.eventIds.length || compare(one.label, other.label) || compare(one.id, other.id),
		);
}

/** By code units: the same order everywhere, and without tables of languages. */
function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

function eventsByPlace(events: readonly ArchiveEvent[], { fromYear = null, toYear = null }: MapChoice) {
	const years = { fromYear, toYear };
	const isNarrowed = fromYear !== null || toYear !== null;
	const byPlace = new Map<NameId, EventId[]>();
	for (const { event, stretch } of placeEvents(events)) {
		if (isNarrowed && !(stretch && mayLieBetween(stretch, years))) continue;
		for (const id of event.placeIds) byPlace.set(id, [...(byPlace.get(id) ?? []), event.id]);
	}
	return byPlace;
}

function labelOf(name: Name, labels: PlaceLabels, language: string): string {
	if (labels !== 'all') return displayForm(name, labels === '' ? language : labels);
	return [...new Set(name.forms.map(({ text }) => text))].join(' · ');
}

/** Languages that the main forms of places are in, the most frequent first: what labels can be chosen by. */
export function labelLanguages(names: readonly Name[]): string[] {
	const counts = new Map<string, number>();
	for (const { kind, forms } of names) {
		if (kind !== 'place') continue;
		const languages = new Set(forms.filter((form) => form.kind === 'main').map((form) => form.language));
		for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
	}
	return [...counts].sort((one, other) => other[1] - one[1] || compare(one[0], other[0])).map(([language]) => language);
}

/** How many events at places each year may hold, in order; what has no year of its own is in none. */
export function yearCounts(events: readonly ArchiveEvent[]): { year: number; count: number }[] {
	const counts = new Map<number, number>();
	for (const { edtf, placeIds } of events) {
		const span = placeIds.length > 0 ? yearsOf(edtf) : null;
		if (!span) continue;
		const last = Math.min(span.to, span.from + longestSpan - 1);
		for (let year = span.from; year <= last; year += 1) counts.set(year, (counts.get(year) ?? 0) + 1);
	}
	return [...counts].map(([year, count]) => ({ year, count })).sort((one, other) => one.year - other.year);
}
