import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandLineHere } from './testing/command-line-here.ts';

const lectern = commandLineHere(({ run }) => run('new', 'sample.lectern'));
const place = ['--archive', 'sample.lectern'];

test('events are added, listed in order, and written as a table, data and a picture', {
	timeout: 120_000,
}, async () => {
	await lectern.run('names', 'add', 'Rimwald', '--kind', 'place', ...place);
	const added = await lectern.run(
		...['events', 'add', 'A sample meeting', '--date', '2001-05?', '--words', 'in May, it seems', '--kind', 'talks'],
		...['--place', 'rimwald', '--source', 'Sample, ¶2', '--json', ...place],
	);
	expect(added.status).toBe(0);
	expect(added.lines).toMatchObject([{ title: 'A sample meeting', edtf: '2001-05?', dateWords: 'in May, it seems' }]);
	const unread = await lectern.run('events', 'add', 'A sample walk', '--date', 'one fine day', ...place);
	expect(unread).toMatchObject({ status: 0, err: expect.stringContaining('one fine day') });
	await lectern.run('events', 'add', 'A sample vote', '--date', '1999', ...place);
	const wrong = await lectern.run('events', 'add', 'Nowhere', '--place', 'Absent', ...place);
	expect(wrong).toMatchObject({ status: 2, err: expect.stringContaining('Absent') });

	const ordered = await lectern.run(
		'events',
		'add',
		'A sample rest',
		'--after',
		'vote',
		'--before',
		'meeting',
		...place,
	);
	expect(ordered.status).toBe(0);
	const unclear = await lectern.run('events', 'add', 'Nowhen', '--during', 'sample', ...place);
	expect(unclear).toMatchObject({ status: 2, err: expect.stringContaining('A sample vote') });

	const list = await lectern.run('events', 'list', '--json', ...place);
	expect(list.lines.map(({ title, placing }) => [title, placing])).toEqual([
		['A sample vote', 'dated'],
		['A sample rest', 'ordered'],
		['A sample meeting', 'dated'],
		['A sample walk', 'unread'],
	]);
	expect((await lectern.run('events', 'list', 'meet', ...place)).out).toContain('May 2001 (uncertain)');

	const csv = await lectern.run('chronology', '--format', 'csv', ...place);
	expect(csv.out).toContain('2001-05?,2001-05-01,2001-05-31');
	const json = await lectern.run('events', 'export', ...place);
	expect(JSON.parse(json.out).events[2].places).toMatchObject([{ title: 'Rimwald' }]);
	const svg = await lectern.run('chronology', '--out', 'sample.svg', ...place);
	expect(svg).toMatchObject({ status: 0, out: '', err: expect.stringContaining('4 events exported') });
	expect(readFileSync(lectern.at('sample.svg'), 'utf8')).toMatch(/^<svg .*A sample meeting.*<\/svg>\n$/s);
});

test('the dates in the text of a record are listed with their places and what is inferred', {
	timeout: 120_000,
}, async () => {
	writeFileSync(lectern.at('shed.txt'), 'A shed was painted on 19 September 2003.\n\nIt fell down on 4 May.\n');
	await lectern.run('add', 'shed.txt', ...place);
	const dates = await lectern.run('events', 'dates', 'shed', '--json', ...place);
	expect(dates.lines).toMatchObject([
		{ number: 1, start: 22, end: 39, words: '19 September 2003', readings: [{ edtf: '2003-09-19', inference: null }] },
		{ number: 2, words: '4 May', readings: [{ edtf: '2003-05-04', inference: 'year-before' }] },
	]);
	const table = await lectern.run('events', 'dates', 'shed', ...place);
	expect(table.out).toContain('19 September 2003');
	expect((await lectern.run('events', 'dates', 'absent', ...place)).status).toBe(2);
});
