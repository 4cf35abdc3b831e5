import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArchiveEvent, EventRelationKind } from '../domain/event.ts';
import { dayNumber } from '../text/edtf/civil-days.ts';
import { type PlacedEvent, placeEvents } from './placed-events.ts';
import { sampleEvent as event, sampleRelation as relation } from './testing/events.ts';

const placed = (events: readonly ArchiveEvent[], id: string) =>
	placeEvents(events).find((each) => each.event.id === id) as PlacedEvent;

test('by the earliest day, sure before open; then what has no place', () => {
	const events = [
		event('free', ''),
		event('open', '[2001-09-19..]'),
		event('day', '2001-09-19'),
		event('year', '2001'),
		event('unread', 'some day in 2001'),
		event('month', '2001-04'),
		event('before', '', { relations: [relation('before', 'day')] }),
	];
	expect(placeEvents(events).map(({ event: { id } }) => id)).toEqual([
		...['year', 'month', 'day', 'open', 'before', 'free', 'unread'],
	]);
	expect(placed(events, 'unread')).toMatchObject({ placing: 'unread', stretch: null });
	expect(placed(events, 'free')).toMatchObject({ placing: 'undated', stretch: null });
});

describe('an order without a date', () => {
	const day = event('day', '2001-09-19');
	const [from, to] = [dayNumber(2001, 9, 19), dayNumber(2001, 9, 20)];

	test.each<[EventRelationKind, number, number]>([
		['before', -Infinity, to],
		['after', from, Infinity],
		['during', from, to],
	])('%s bounds it, and gives it no date', (kind, least, most) => {
		const own = placed([day, event('own', '', { relations: [relation(kind, 'day')] })], 'own');
		expect(own).toMatchObject({ placing: 'ordered', stretch: { from: least, to: most } });
	});

	test('holds for what another is set against, and through others without a date', () => {
		const events = [
			event('day', '2001-09-19', { relations: [relation('after', 'first')] }),
			event('first', '', { relations: [relation('before', 'second')] }),
			event('second', ''),
			event('last', '2002', { relations: [relation('after', 'second')] }),
		];
		expect(placed(events, 'first').stretch).toEqual({ from: -Infinity, to });
		expect(placed(events, 'second').stretch).toEqual({ from: -Infinity, to: dayNumber(2003, 1, 1) });
	});

	test('that cannot be true is said, and so is one that leads to no date', () => {
		const later = event('later', '2010');
		const both = event('both', '', { relations: [relation('before', 'day'), relation('after', 'later')] });
		expect(placed([day, later, both], 'both').placing).toBe('contradictory');
		const circle = [
			event('a', '', { relations: [relation('before', 'b')] }),
			event('b', '', { relations: [relation('before', 'a')] }),
		];
		expect(placeEvents(circle).map(({ placing }) => placing)).toEqual(['undated', 'undated']);
	});

	test('never moves a date, ends for any relations, and gives the same again', () => {
		const ids = ['a', 'b', 'c', 'd', 'e'];
		const anyEvent = fc.record({
			edtf: fc.constantFrom('', '2001', '2001-05', '[2003..]', '../1999', 'unread'),
			relations: fc.array(
				fc.tuple(fc.constantFrom<EventRelationKind>('before', 'after', 'during'), fc.constantFrom(...ids)),
				{ maxLength: 3 },
			),
		});
		fc.assert(
			fc.property(fc.array(anyEvent, { minLength: 5, maxLength: 5 }), (shapes) => {
				const events = shapes.map(({ edtf, relations }, at) =>
					event(ids[at] ?? '', edtf, { relations: relations.map((each) => relation(...each)) }),
				);
				const once = placeEvents(events);
				expect(placeEvents(events.toReversed())).toEqual(once);
				for (const each of once) {
					if (each.placing !== 'dated') continue;
					expect(each.stretch).toEqual(placed([event('x', each.event.edtf)], 'x').stretch);
				}
				for (const { stretch, placing } of once)
					if (stretch && placing === 'ordered') expect(stretch.from).toBeLessThan(stretch.to);
			}),
		);
	});
});
