import { expect, test } from 'vitest';
import { lanesOf } from '#shared/chronology/lanes.ts';
import { layOut } from '#shared/chronology/layout.ts';
import { placeEvents } from '#shared/chronology/placed-events.ts';
import { sampleContext, sampleEvent } from '#shared/chronology/testing/events.ts';
import { type MarkPlace, nextMark } from './next-mark.ts';

const events = [
	sampleEvent('a', '2001', { kind: 'talks' }),
	sampleEvent('b', '2002', { kind: 'talks' }),
	sampleEvent('c', '2003', { kind: 'talks' }),
	sampleEvent('d', '2001-06', { kind: 'action' }),
	sampleEvent('e', '2002-02', { kind: 'action' }),
	sampleEvent('free', '', { kind: 'statement' }),
];
const lanes = lanesOf(placeEvents(events), 'kind', sampleContext(events));
const laid = layOut(lanes, { pxPerDay: 1, unfolded: new Set(), titlePx: 0 }).lanes;

function go(...keys: string[]): string[] {
	let place: MarkPlace | null = null;
	return keys.map((key) => {
		place = nextMark(key, laid, place) ?? place;
		return place?.mark.placed.event.id ?? '';
	});
}

test('along a lane, to its ends, and to the nearest of the next lane that has any', () => {
	expect(go('ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'ArrowRight', 'Home')).toEqual([
		'a',
		'b',
		'a',
		'c',
		'c',
		'a',
	]);
	expect(go('ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp')).toEqual(['a', 'b', 'e', 'd', 'a']);
	expect(go('ArrowDown', 'ArrowUp')).toEqual(['a', 'a']);
});

test('other keys lead nowhere', () => {
	const first = nextMark('ArrowDown', laid, null);
	expect(nextMark('x', laid, first)).toBeNull();
	expect(nextMark('ArrowDown', [], null)).toBeNull();
});
