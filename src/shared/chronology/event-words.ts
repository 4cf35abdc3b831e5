import { durationWords } from '../dates/duration-words.ts';
import { edtfWords } from '../dates/edtf-words.ts';
import { type ArchiveEvent, eventKinds } from '../domain/event.ts';
import type { EventId } from '../domain/ids.ts';
import { message } from '../messages/messages.ts';
import type { EventContext } from './event-context.ts';
import type { PlacedEvent } from './placed-events.ts';

/** The name of an event's kind; a kind of an archive's own is shown as it was written. */
export function eventKindName(kind: string): string {
	return isKnown(kind) ? message(`chronology.kind.${kind}`) : kind;
}

function isKnown(kind: string): kind is (typeof eventKinds)[number] {
	return (eventKinds as readonly string[]).includes(kind);
}

/** When it happened, in words: its date, else its order, else that it has none. The same on the picture and in the table. */
export function whenWords({ event, placing }: PlacedEvent, context: EventContext): string {
	switch (placing) {
		case 'dated':
			return edtfWords(event.edtf);
		case 'unread':
			return message('chronology.unread', { date: event.edtf });
		default:
			return event.relations.length > 0 ? orderWords(event, context) : message('chronology.no-date');
	}
}

/** "Before: …; during: …", with the words for it where there are any. */
export function orderWords({ relations }: ArchiveEvent, { events }: EventContext): string {
	return relations
		.map(({ relation, otherId, words }) => {
			const order = message(`chronology.order.${relation}`, { event: events.get(otherId) ?? otherId });
			return words === '' ? order : message('chronology.order.with-words', { order, words });
		})
		.join('; ');
}

/** Another account of an event: what it is called, and when it was by that one, since the titles are mostly the same. */
export function accountWords(id: EventId, { events, dates }: EventContext): string {
	return `${events.get(id) ?? id} (${edtfWords(dates.get(id) ?? '')})`;
}

/** All that a screen reader hears of a mark: title, time, and what one sees of length, doubts and disagreement. */
export function markWords(placed: PlacedEvent, context: EventContext): string {
	return [placed.event.title, whenWords(placed, context), noteWords(placed)].filter(Boolean).join(' · ');
}

/** What stands beside title and time; '' where there is nothing. */
export function noteWords({ event, placing }: Pick<PlacedEvent, 'event' | 'placing'>): string {
	const { duration, inferred, disputingRecordIds, sameEventIds } = event;
	return [
		...(duration === '' ? [] : [message('chronology.duration', { duration: durationWords(duration) })]),
		...(inferred === '' ? [] : [message('chronology.inferred-short')]),
		...(placing === 'contradictory' ? [message('chronology.contradictory')] : []),
		...(disputingRecordIds.length > 0 ? [message('chronology.disputed')] : []),
		...(sameEventIds.length > 0 ? [message('chronology.accounts', { count: sameEventIds.length + 1 })] : []),
	].join(' · ');
}
