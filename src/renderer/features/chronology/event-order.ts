import { edtfStart } from '#renderer/lib/edtf-words.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';

export interface Chronology {
	/** By the earliest day that the date may mean. */
	dated: ArchiveEvent[];
	/** Without a date, but before, after or during something. */
	ordered: ArchiveEvent[];
	undated: ArchiveEvent[];
}

/** Puts events where they can be put, and no further: what has no date is given none. */
export function arrangeEvents(events: readonly ArchiveEvent[]): Chronology {
	const dateless = events.filter((event) => event.edtf === '');
	const related = new Set(events.flatMap((event) => event.relations.map((relation) => relation.otherId)));
	const hasOrder = (event: ArchiveEvent) => event.relations.length > 0 || related.has(event.id);
	return {
		dated: events.filter((event) => event.edtf !== '').sort(byEarliestDay),
		ordered: dateless.filter(hasOrder),
		undated: dateless.filter((event) => !hasOrder(event)),
	};
}

/** Of two that begin on one day, the one that is sure of it comes first; what has no readable start comes last. */
function byEarliestDay(one: ArchiveEvent, other: ArchiveEvent): number {
	const [a, b] = [edtfStart(one.edtf), edtfStart(other.edtf)];
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return a - b || Number(isOpen(one.edtf)) - Number(isOpen(other.edtf)) || one.edtf.localeCompare(other.edtf);
}

function isOpen(edtf: string): boolean {
	return edtf.includes('..');
}
