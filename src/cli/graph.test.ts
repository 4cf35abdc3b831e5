import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandLineHere } from './testing/command-line-here.ts';

const lectern = commandLineHere(({ run }) => run('new', 'sample.lectern'));
const place = ['--archive', 'sample.lectern'];

test('what is joined is listed, and written as a picture, tables and data', { timeout: 120_000 }, async () => {
	expect(await lectern.run('links', 'list', ...place)).toMatchObject({ status: 0, out: 'Nothing is joined yet\n' });
	await lectern.run('names', 'add', 'Rimwald', '--kind', 'place', ...place);
	await lectern.run('names', 'add', 'Zorba Quill', '--kind', 'person', ...place);
	const joined = ['--place', 'rimwald', '--person', 'zorba quill'];
	await lectern.run('events', 'add', 'A sample meeting', '--date', '2001', ...joined, ...place);

	const list = await lectern.run('links', 'list', '--json', ...place);
	expect(list.lines.map(({ from, relation, to }) => `${from} ${relation} ${to}`).toSorted()).toEqual([
		'A sample meeting place Rimwald',
		'Zorba Quill participant A sample meeting',
	]);
	const one = await lectern.run('links', 'list', '--relation', 'place', ...place);
	expect(one.out).toContain('Took place at');
	expect(one.out).not.toContain('Zorba');

	expect((await lectern.run('links', 'export', ...place)).out).toContain('Zorba Quill,Person,Took part in');
	const json = await lectern.run('graph', '--format', 'json', ...place);
	expect(JSON.parse(json.out).nodes).toHaveLength(3);
	const svg = await lectern.run('graph', '--out', 'sample.svg', ...place);
	expect(svg).toMatchObject({ status: 0, out: '', err: expect.stringContaining('3 things exported') });
	expect(readFileSync(lectern.at('sample.svg'), 'utf8')).toMatch(
		/^<svg .*Zorba Quill — Took part in — A sample.*<\/svg>\n$/s,
	);
	expect(await lectern.run('graph', '--relation', 'guesses', ...place)).toMatchObject({ status: 2 });
});
