// What the chronology computes for 10,000 events, before and between frames, and what the page of a name with 5,000 mentions
// computes before it is shown: `npm run bench:connect`; with `-- map` what the map computes for
// 2,000 places and a layer of 100,000 positions, with `-- dates` how dates are found in texts, and nothing else. The figures are those of the code alone; drawing some hundred shapes
// comes on top, and never more than those in sight.
import { eventContext } from '#shared/chronology/event-context.ts';
import { filterEvents, noFilter } from '#shared/chronology/event-filter.ts';
import { markWords, whenWords } from '#shared/chronology/event-words.ts';
import { fittedLines } from '#shared/chronology/fitted-text.ts';
import { type Lane, lanesOf } from '#shared/chronology/lanes.ts';
import { inSight, layOut, type Mark, sizes } from '#shared/chronology/layout.ts';
import { markShapes } from '#shared/chronology/mark-shapes.ts';
import { type PlacedEvent, placeEvents } from '#shared/chronology/placed-events.ts';
import { fitted, type TimeScale, ticksOf, zoomed } from '#shared/chronology/time-scale.ts';
import { type ArchiveEvent, eventKinds } from '#shared/domain/event.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { measureFoundDates } from './connect/dates.ts';
import { measureMap } from './connect/map.ts';
import { measureNamePage } from './connect/name-page.ts';
import { median, percentile } from './figures/distribution.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

const eventCount = 10_000;
const frames = 120;
const [widthPx, heightPx] = [1000, 500];

const events = Array.from({ length: eventCount }, (_, at) => artificialEvent(at));
const context = eventContext({ events, names: [], records: [], collections: [], tags: [] }, 'en');

printLoad('before');
if (process.argv.includes('dates')) measureFoundDates();
else if (process.argv.includes('map')) measureMap();
else {
	measureChronology();
	await measureNamePage();
	measureMap();
}
printLoad('after');

function measureChronology(): void {
	const paint = timed(() => firstPicture());
	const folded = zoomFrames(paint.value, new Set());
	const unfolded = zoomFrames(paint.value, new Set(eventKinds));
	printTable(
		[`${eventCount} events`, 'p50 ms', 'p95 ms'],
		[
			['before the first paint', paint.ms.toFixed(1), ''],
			['a frame of zooming', ...shown(folded)],
			['a frame of zooming, all lanes unfolded', ...shown(unfolded)],
		],
	);
	printAim('first paint within 300 ms, a frame within 20 ms, both with the drawing');
}

/** Days, months, years, spans, doubts, open ends and orders, all over a century. */
function artificialEvent(at: number): ArchiveEvent {
	const day = `${1900 + ((at * 7) % 120)}-${pad(1 + ((at * 5) % 12))}-${pad(1 + ((at * 11) % 28))}`;
	const forms = [
		day,
		day.slice(0, 7),
		`${day}?`,
		`[${day}..]`,
		`${day}/${Number(day.slice(0, 4)) + 1}`,
		day.slice(0, 4),
		'',
	];
	const edtf = forms[at % forms.length] ?? day;
	const relations = edtf === '' ? [{ relation: 'before' as const, otherId: id(at - 1), words: '' }] : [];
	return {
		...{ id: id(at), title: `Artificial event number ${at}, with a title of some length`, edtf, relations },
		...{ kind: eventKinds[at % eventKinds.length] ?? '', dateWords: '', inferred: '', duration: '', description: '' },
		...{ source: '', placeIds: [], participantIds: [], recordIds: [], disputingRecordIds: [], sameEventIds: [] },
		revision: 1,
	};
}

function id(at: number): EventId {
	return `event-${at}` as EventId;
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}

function firstPicture(): { lanes: Lane[]; scale: TimeScale } {
	const placed: PlacedEvent[] = filterEvents(placeEvents(events), noFilter, context).events;
	const lanes = lanesOf(placed, 'kind', context);
	const stretches = placed.flatMap(({ stretch }) => stretch ?? []);
	const scale = fitted(stretches, widthPx, sizes.cardPx);
	draw(lanes, scale, new Set());
	return { lanes, scale };
}

/** What a frame computes: rows, what is in sight, its shapes and its words. */
function draw(lanes: readonly Lane[], scale: TimeScale, opened: ReadonlySet<string>): number {
	const { pxPerDay } = scale;
	const leftPx = scale.startDay * pxPerDay;
	const sight = { fromPx: leftPx - 200, toPx: leftPx + widthPx + 200, topPx: 0, bottomPx: heightPx };
	const marks: Mark[] = layOut(lanes, { pxPerDay, unfolded: opened, titlePx: 0 }).lanes.flatMap((lane) =>
		inSight(lane.marks, sight),
	);
	for (const { placed, fromPx } of marks) {
		markShapes(placed, pxPerDay, fromPx);
		fittedLines(whenWords(placed, context), sizes.cardPx, 11, 1);
		fittedLines(placed.event.title, sizes.cardPx, 12.5, 2);
		markWords(placed, context);
	}
	return marks.length + ticksOf(scale, widthPx).length;
}

/** In from all to a day, and out again. */
function zoomFrames({ lanes, scale }: { lanes: Lane[]; scale: TimeScale }, opened: ReadonlySet<string>): number[] {
	let current = scale;
	return Array.from({ length: frames }, (_, frame) => {
		current = zoomed(current, frame < frames / 2 ? 1.2 : 1 / 1.2, widthPx / 2);
		return timed(() => draw(lanes, current, opened)).ms;
	});
}

function timed<T>(work: () => T): { value: T; ms: number } {
	const started = performance.now();
	const value = work();
	return { value, ms: performance.now() - started };
}

function shown(times: readonly number[]): string[] {
	return [median(times).toFixed(1), percentile(times, 0.95).toFixed(1)];
}
