import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandLineHere } from './testing/command-line-here.ts';

const lectern = commandLineHere();
const place = ['--archive', 'sample.lectern'];

test('the sources that the starter archive lacks are listed by status, and written as CSV', {
	timeout: 120_000,
}, async () => {
	const wanted = await lectern.run('sources', 'list', '--json');
	expect(wanted.lines.length).toBeGreaterThan(10);
	expect(wanted.lines[0]).toMatchObject({ status: 'wanted', holding: 'described-only' });
	expect((await lectern.run('sources', 'list', '--status', 'asked')).out).toContain('No source is missing');
	const csv = await lectern.run('sources', 'list', '--csv');
	expect(csv.out.split('\r\n')[0]).toBe('Source,Date,Cited,Status,Asked on,Note,Known from,Received,Id of the record');
	expect(csv.out.split('\r\n').length).toBe(wanted.lines.length + 2);
});

test('names are written as a table of forms, and as data', { timeout: 120_000 }, async () => {
	await lectern.run('new', 'sample.lectern');
	await lectern.run('names', 'add', 'Zorba Quill', 'ru:Зорба Квилл', '--source', 'Sample, ¶2', ...place);
	const csv = await lectern.run('names', 'export', ...place);
	expect(csv).toMatchObject({ status: 0, err: 'Names written: 1.\n' });
	expect(csv.out.split('\r\n').map((line) => line.split(',').slice(0, 5))).toEqual([
		['Name', 'Kind', 'Form', 'Language', 'Script'],
		['Zorba Quill', 'Person', 'Zorba Quill', 'en', 'Latn'],
		['Zorba Quill', 'Person', 'Зорба Квилл', 'ru', 'Cyrl'],
		[''],
	]);
	const json = await lectern.run('names', 'export', '--format', 'json', '--out', 'names.json', ...place);
	expect(json).toMatchObject({ status: 0, out: '' });
	expect(JSON.parse(readFileSync(lectern.at('names.json'), 'utf8'))).toMatchObject([
		{ kind: 'person', identifiers: [] },
	]);
	expect((await lectern.run('sources', 'list', ...place)).out).toContain('No source is missing');
});
