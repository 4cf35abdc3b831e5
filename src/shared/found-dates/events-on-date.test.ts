import { expect, test } from 'vitest';
import { sampleEvent } from '../chronology/testing/events.ts';
import { eventsOnDate } from './events-on-date.ts';

test('the events that may have been on a date are offered, those dated most alike first', () => {
	const dates = [
		'2003',
		'2003-09-19',
		'2003-09-20',
		'2003-09',
		'',
		'[2003-09-01..]',
		'2003-09-18/2003-09-21',
		'one day',
	];
	const events = dates.map((edtf) => sampleEvent(edtf, edtf));
	const on = (edtf: string) => eventsOnDate(events, edtf).map((event) => event.edtf);
	expect(on('2003-09-19')).toEqual(['2003-09-19', '2003-09-18/2003-09-21', '2003-09', '2003']);
	expect(on('2003-09-25')).toEqual(['2003-09', '2003']);
	expect(on('2004')).toEqual([]);
	expect(on('XXXX-09-19')).toEqual([]);
	expect(on('2003/..')).toEqual([]);
});
