import type { MapPlace } from '../domain/map.ts';
import { writePoint } from '../domain/place-coordinates.ts';
import { message } from '../messages/messages.ts';

export const placeColumns = ['label', 'forms', 'where', 'events'] as const;
export type PlaceColumn = (typeof placeColumns)[number];

/** What the list beside the picture says of a place, in its columns. */
export function placeRow({ label, forms, coordinates, eventIds }: MapPlace): Record<PlaceColumn, string> {
	const others = [...new Set(forms.map(({ text }) => text))].filter((text) => text !== label);
	return {
		label,
		forms: others.join(' · '),
		where: coordinates.length === 0 ? message('map.no-coordinates') : coordinates.map(writePoint).join('; '),
		events: String(eventIds.length),
	};
}

export function columnTitle(column: PlaceColumn): string {
	return message(`map.column.${column}`);
}

/** What a mark is called by whoever does not see it: every form, and how much took place there. */
export function markWords({ label, forms, eventIds }: MapPlace): string {
	const all = [...new Set([label, ...forms.map(({ text }) => text)])].join(' · ');
	return message('map.mark', { forms: all, count: eventIds.length });
}
