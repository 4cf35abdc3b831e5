import { readExtent } from '../dates/edtf-order.ts';
import type { ArchiveEvent } from '../domain/event.ts';
import { outerStretch, type Stretch } from '../text/edtf/extent.ts';

/** The events that may have been on a date, those dated most alike first. */
export function eventsOnDate(events: readonly ArchiveEvent[], edtf: string): ArchiveEvent[] {
	const asked = stretchOf(edtf);
	if (!asked) return [];
	return events
		.flatMap((event) => {
			const stretch = stretchOf(event.edtf);
			if (!stretch || stretch.from >= asked.to || stretch.to <= asked.from) return [];
			return [{ event, distance: Math.abs(stretch.from - asked.from) + Math.abs(stretch.to - asked.to) }];
		})
		.sort((one, other) => one.distance - other.distance)
		.map(({ event }) => event);
}

/** Null where the date is open to a side, or its year is not known: it would be on any. */
function stretchOf(edtf: string): Stretch | null {
	const extent = edtf.startsWith('XXXX') ? null : readExtent(edtf);
	const stretch = extent && outerStretch(extent);
	return stretch && Number.isFinite(stretch.from) && Number.isFinite(stretch.to) ? stretch : null;
}
