import { expect, test } from 'vitest';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { arrangeEvents } from './event-order.ts';

function event(id: string, edtf: string, before?: string): ArchiveEvent {
	return {
		...{ id: id as EventId, title: id, edtf, inferred: '', duration: '', description: '', source: '', revision: 1 },
		...{ placeIds: [], participantIds: [], recordIds: [] },
		relations: before ? [{ relation: 'before', otherId: before as EventId, words: 'sample' }] : [],
	};
}

test('dated by the earliest day, sure before open; then what has an order; then the rest', () => {
	const { dated, ordered, undated } = arrangeEvents([
		event('free', ''),
		event('open', '[2001-09-19..]'),
		event('before', '', 'day'),
		event('day', '2001-09-19'),
		event('year', '2001'),
		event('month', '2001-04'),
	]);
	expect(dated.map(({ id }) => id)).toEqual(['year', 'month', 'day', 'open']);
	expect(ordered.map(({ id }) => id)).toEqual(['before']);
	expect(undated.map(({ id }) => id)).toEqual(['free']);
});

test('what another event is set against has an order too', () => {
	const { ordered } = arrangeEvents([event('a', '', 'b'), event('b', '')]);
	expect(ordered.map(({ id }) => id)).toEqual(['a', 'b']);
});
