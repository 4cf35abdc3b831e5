import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventId, NameId } from '../domain/ids.ts';
import { dayNumber } from '../text/edtf/civil-days.ts';
import { chronologySvg } from './chronology-svg.ts';
import { chronologyCsv, chronologyJson } from './chronology-table-file.ts';
import { stretchOfYears } from './event-filter.ts';
import { tableRow } from './event-table.ts';
import { markWords } from './event-words.ts';
import { brokenLines, fittedLines } from './fitted-text.ts';
import { lanesOf } from './lanes.ts';
import { foldedRows, inSight, type LaidLane, layOut, sizes } from './layout.ts';
import { markShapes } from './mark-shapes.ts';
import { placeEvents } from './placed-events.ts';
import { sampleEvent as event, sampleRelation as relation, sampleContext } from './testing/events.ts';
import { clampedZoom, fitted, narrowestDayPx, panned, ticksOf, widestDayPx, zoomed } from './time-scale.ts';

const options = { pxPerDay: 1, unfolded: new Set<string>(), titlePx: 0 };
const dates = fc.constantFrom(
	'2001',
	'2001-05',
	'2001-05-06',
	'2001-05-07?',
	'[2001-06..]',
	'2000/2001-03',
	'../2000',
	'',
);
const anyEvents = fc
	.array(fc.record({ edtf: dates, kind: fc.constantFrom('', 'talks', 'own kind') }), { maxLength: 60 })
	.map((shapes) => shapes.map(({ edtf, kind }, at) => event(`e${at}`, edtf, { kind })));
const laidOut = (events: ReturnType<typeof event>[], unfolded: readonly string[] = [], pxPerDay = 1) => {
	const lanes = lanesOf(placeEvents(events), 'kind', sampleContext(events));
	return layOut(lanes, { ...options, pxPerDay, unfolded: new Set(unfolded) }).lanes;
};

describe('the picture', () => {
	test('no two marks of a lane lie on each other, folded or not', () => {
		fc.assert(
			fc.property(anyEvents, fc.boolean(), (events, isUnfolded) => {
				for (const { marks } of laidOut(events, isUnfolded ? ['', 'talks', 'own kind'] : []))
					for (const [at, one] of marks.entries())
						for (const other of marks.slice(at + 1))
							expect(one.topPx !== other.topPx || one.toPx <= other.fromPx || other.toPx <= one.fromPx).toBe(true);
			}),
		);
	});

	test('loses none: what does not fit is counted in stacks, and stands in rows when unfolded', () => {
		fc.assert(
			fc.property(anyEvents, (events) => {
				const there = (laid: LaidLane) => laid.marks.length + laid.stacks.reduce((sum, { count }) => sum + count, 0);
				for (const laid of laidOut(events))
					expect(there(laid)).toBe(laid.lane.events.filter(({ stretch }) => stretch).length);
				for (const laid of laidOut(events, ['', 'talks', 'own kind'])) expect(laid.stacks).toEqual([]);
			}),
		);
	});

	test('is the same for the same events in any order', () => {
		fc.assert(
			fc.property(anyEvents, (events) => {
				expect(laidOut(events.toReversed())).toEqual(laidOut(events));
			}),
		);
	});

	test('says what the table says, of the same events', () => {
		fc.assert(
			fc.property(anyEvents, (events) => {
				const context = sampleContext(events);
				const marks = laidOut(events, ['', 'talks', 'own kind']).flatMap((laid) => laid.marks);
				const rows = placeEvents(events)
					.filter(({ stretch }) => stretch)
					.map((each) => tableRow(each, context));
				const said = marks.map(({ placed }) => markWords(placed, context)).sort();
				expect(said).toEqual(rows.map(({ title, when }) => `${title} · ${when}`).sort());
			}),
		);
	});

	test('a crowd folds into few rows', () => {
		const crowd = Array.from({ length: 50 }, (_, at) => event(`e${at}`, '2001-05-06'));
		const [folded] = laidOut(crowd);
		expect(folded?.marks).toHaveLength(foldedRows);
		expect(folded?.stacks).toMatchObject([{ count: 50 - foldedRows }]);
		expect(folded?.isFoldable).toBe(true);
	});

	test('draws what is in sight only', () => {
		const years = Array.from({ length: 100 }, (_, at) => event(`e${at}`, String(1900 + at)));
		const [laid] = laidOut(years);
		const at = dayNumber(1950, 1, 1);
		const seen = inSight(laid?.marks ?? [], { fromPx: at + 10, toPx: at + 800, topPx: 0, bottomPx: 500 });
		expect(seen.map(({ placed }) => placed.event.edtf)).toEqual(['1950', '1951', '1952']);
	});

	test('an event stands in the lane of each that took part, and in a last one where nobody is named', () => {
		const people = ['n1', 'n2'] as NameId[];
		const events = [event('a', '2001', { participantIds: people }), event('b', '2002')];
		const names = new Map(people.map((id) => [id, { title: id as string, kind: 'person' as const }]));
		const lanes = lanesOf(placeEvents(events), 'person', { ...sampleContext(events), names });
		expect(lanes.map((lane) => [lane.key, lane.events.map(({ event: { id } }) => id)])).toEqual([
			...[
				['n1', ['a']],
				['n2', ['a']],
				['', ['b']],
			],
		]);
	});
});

describe('a mark', () => {
	const shapes = (edtf: string, pxPerDay: number) => {
		const [placed] = placeEvents([event('e', edtf)]);
		return placed ? markShapes(placed, pxPerDay, placed.stretch ? placed.stretch.from * pxPerDay : 0) : [];
	};
	const roles = (edtf: string, pxPerDay = 2) => shapes(edtf, pxPerDay).map(({ role }) => role);

	test('shows a day as a point, a month as a span, what lasted as sure between its ends', () => {
		expect(roles('2001-05-06')).toEqual(['point']);
		expect(roles('2001-05')).toEqual(['span']);
		expect(roles('2001-05/2001-08')).toEqual(['span', 'sure']);
		expect(roles('[2001-05-06,2001-07]')).toEqual(['join', 'point', 'span']);
	});

	test('a span is as wide as what is meant, to the day', () => {
		expect(shapes('2001-05', 2)[0]?.path).toMatch(/^M0 2H62V/);
		expect(shapes('2001-02', 10)[0]?.path).toMatch(/^M0 2H280V/);
		expect(shapes('2001-05-06', 100)[0]).toMatchObject({ role: 'span', path: expect.stringMatching(/^M0 2H100V/) });
	});

	test('an open end is an arrow, one that is not known is none', () => {
		expect(roles('[2001-05-06..]')).toEqual(['tail-end', 'arrow', 'bound']);
		expect(roles('2001-05/..')).toEqual(['tail-end', 'arrow', 'sure']);
		expect(roles('2001-05/')).toEqual(['tail-end']);
		expect(roles('../..')).toEqual([]);
	});

	test('a known order has edges and no time', () => {
		const events = [event('day', '2001-05-06'), event('own', '', { relations: [relation('before', 'day')] })];
		const own = placeEvents(events).find(({ event: { id } }) => id === 'own');
		expect(own && markShapes(own, 2).map(({ role }) => role)).toEqual(['join', 'bound']);
	});
});

describe('the scale', () => {
	const scales = fc.record({
		startDay: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
		pxPerDay: fc.double({ min: narrowestDayPx, max: widestDayPx, noNaN: true }),
	});

	test('zooming keeps what is under the pointer, and never leaves its bounds', () => {
		fc.assert(
			fc.property(
				scales,
				fc.double({ min: 0.01, max: 100, noNaN: true }),
				fc.integer({ min: 0, max: 2000 }),
				(scale, factor, at) => {
					const next = zoomed(scale, factor, at);
					expect(next.startDay + at / next.pxPerDay).toBeCloseTo(scale.startDay + at / scale.pxPerDay, 3);
					expect(clampedZoom(next.pxPerDay)).toBe(next.pxPerDay);
					expect(panned(panned(scale, at), -at).startDay).toBeCloseTo(scale.startDay, 3);
				},
			),
		);
	});

	test('ticks are boundaries of the calendar, in order and not too many', () => {
		fc.assert(
			fc.property(scales, (scale) => {
				const ticks = ticksOf(scale, 1200);
				expect(ticks.length).toBeLessThan(40);
				for (const [at, { day, year, month, dayOfMonth }] of ticks.entries()) {
					expect(dayNumber(year, month, dayOfMonth)).toBe(day);
					if (at > 0) expect(day).toBeGreaterThan(ticks[at - 1]?.day ?? Infinity);
				}
			}),
		);
	});

	test('all is in sight when it is fitted', () => {
		const from = dayNumber(1900, 1, 1);
		const scale = fitted(
			[
				{ from, to: from + 10 },
				{ from: from + 1000, to: Infinity },
			],
			1000,
			sizes.cardPx,
		);
		expect(scale.startDay).toBeLessThan(from);
		expect((from + 1000 - scale.startDay) * scale.pxPerDay).toBeLessThan(1000 - sizes.cardPx / 2);
	});

	test('thousands of years are all in sight too, and zooming goes on from there', () => {
		const [from, to] = [dayNumber(-8000, 1, 1), dayNumber(2001, 5, 6)];
		const scale = fitted(
			[
				{ from, to: from + 1 },
				{ from: to, to: to + 1 },
			],
			1000,
			sizes.cardPx,
		);
		expect(scale.pxPerDay).toBeLessThan(narrowestDayPx);
		expect((to - scale.startDay) * scale.pxPerDay).toBeLessThan(1000 - sizes.cardPx / 2);
		expect(zoomed(scale, 1.5, 500).pxPerDay).toBeCloseTo(scale.pxPerDay * 1.5, 9);
		expect(zoomed(scale, 0.5, 500)).toEqual(scale);
		expect(ticksOf(scale, 1000).length).toBeLessThan(40);
	});

	test('what may have been at any time before is fitted within the years that are asked for', () => {
		const years = stretchOfYears({ fromYear: 1870, toYear: 1879 });
		const [march, later] = [dayNumber(1872, 3, 1), dayNumber(2023, 9, 19)];
		const stretches = [
			{ from: march, to: march + 31 },
			{ from: -Infinity, to: later },
		];
		const scale = fitted(stretches, 1000, sizes.cardPx, years);
		expect(scale.startDay).toBeLessThan(march);
		expect(scale.startDay + 1000 / scale.pxPerDay).toBeLessThan(dayNumber(1884, 1, 1));
	});
});

describe('the files', () => {
	const events = [
		event('a', '2001-05', { title: '=A "sample", <b>', dateWords: 'in May' }),
		event('b', 'unread'),
		event('c', '[2002..]', { sameEventIds: ['a' as EventId] }),
	];
	const context = sampleContext(events);
	const placed = placeEvents(events);

	test('CSV gives the first and last day, keeps what is not read, and no formula', () => {
		const rows = chronologyCsv(placed, context).split('\r\n');
		expect(rows).toHaveLength(5);
		expect(rows[1]).toContain('2001-05,2001-05-01,2001-05-31,in May');
		expect(rows[1]).toContain(`"'=A ""sample"", <b>"`);
		expect(rows[2]).toContain('[2002..],2002-01-01,,');
		expect(rows[3]).toContain('unread');
	});

	test('another account is named with its date, by which alone the two are mostly told apart', () => {
		expect(chronologyCsv(placed, context)).toContain(`"'=A ""sample"", <b> (May 2001)"`);
		const { events: list } = JSON.parse(chronologyJson(placed, context)) as { events: { sameAs: unknown[] }[] };
		expect(list[1]?.sameAs).toEqual([{ id: 'a', title: '=A "sample", <b>', edtf: '2001-05' }]);
	});

	test('JSON has all of them, in order', () => {
		const { events: list } = JSON.parse(chronologyJson(placed, context)) as {
			events: { id: string; placing: string }[];
		};
		expect(list.map(({ id, placing }) => [id, placing])).toEqual([
			...[
				['a', 'dated'],
				['c', 'dated'],
				['b', 'unread'],
			],
		]);
	});

	test('SVG joins two accounts of one event, as the window does, once', () => {
		const accounts = [
			event('a', '2001', { sameEventIds: ['c' as EventId] }),
			event('c', '2003', { sameEventIds: ['a' as EventId] }),
		];
		const own = sampleContext(accounts);
		const svg = chronologySvg({ title: 'Sample', lanes: lanesOf(placeEvents(accounts), 'none', own), context: own });
		expect(svg.match(/<path class="same"/g)).toHaveLength(1);
	});

	test('SVG is XML, with the words of each event and those without a place below', () => {
		const svg = chronologySvg({ title: 'A sample & more', lanes: lanesOf(placed, 'none', context), context });
		expect(svg).toContain('A sample &amp; more');
		expect(svg).toContain('&lt;b&gt;');
		expect(svg).not.toContain('<b>');
		for (const each of placed) expect(svg).toContain(each.event.title.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
	});
});

test('the picture of some years is fitted to them, whatever goes on before and after', () => {
	const events = [
		event('a', '1900/2100'),
		event('b', '[1990..]'),
		event('c', '1991-03'),
		event('d', '[..1992]'),
		event('e', ''),
		event('f', '[..1992-06]'),
	];
	const context = sampleContext(events);
	const lanes = lanesOf(placeEvents(events), 'none', context);
	const ticksIn = (svg: string) => Array.from(svg.matchAll(/ y="92">([^<]*)</g), ([, words]) => words ?? '');
	const narrowed = chronologySvg({ title: 'Sample', lanes, context, years: { fromYear: 1990, toYear: 1992 } });
	expect(ticksIn(narrowed).length).toBeGreaterThan(2);
	for (const words of ticksIn(narrowed)) expect(words).toMatch(/19(?:89|9[0-3])/);
	const wordsAt = (id: string) => Number(new RegExp(`x="([\\d.-]+)"[^>]*>Sample ${id}<`).exec(narrowed)?.[1]);
	// Words of what has no beginning stand before its end, not where the years begin.
	expect(wordsAt('f')).toBeGreaterThan(wordsAt('c'));
	for (const id of ['a', 'b', 'c', 'd']) {
		const at = wordsAt(id);
		expect(at).toBeGreaterThanOrEqual(150);
		expect(at).toBeLessThan(1400);
	}
	expect(ticksIn(chronologySvg({ title: 'Sample', lanes, context })).join(' ')).toMatch(/20[5-9]\d/);
	expect(narrowed).toContain('1990 to 1992');
});

test('lines break at spaces, and what is too long ends in an ellipsis', () => {
	expect(fittedLines('Alpha beta gamma delta', 80, 12, 2)).toEqual(['Alpha beta', 'gamma delta']);
	expect(fittedLines('Alpha beta gamma delta epsilon zeta', 70, 12, 2)[1]).toMatch(/…$/);
	expect(fittedLines('', 70, 12, 2)).toEqual(['']);
});

test('a word longer than a line is broken where none may be cut off', () => {
	const address = `https://sample.example/${'path/'.repeat(6)}`;
	const lines = brokenLines(`Alpha ${address} omega`, 80, 12, 20);
	expect(lines.length).toBeGreaterThan(3);
	expect(lines.join('').replaceAll(' ', '')).toBe(`Alpha${address}omega`);
	expect(fittedLines(address, 80, 12, 20)).toEqual([expect.stringMatching(/…$/)]);
});
