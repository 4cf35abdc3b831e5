import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandLineHere } from './testing/command-line-here.ts';

const lectern = commandLineHere();

/** An archive with a text in it; gives what names it on the command line. */
async function newArchive(name: string): Promise<string[]> {
	writeFileSync(lectern.at('delta.txt'), 'Delta epsilon zeta.');
	await lectern.run('new', name);
	await lectern.run('add', 'delta.txt', '--archive', name);
	return ['--archive', name];
}

test('names are added, found in all scripts, merged and split', async () => {
	const place = await newArchive('sample.lectern');
	const added = await lectern.run('names', 'add', 'Alphatown', 'hy:Ալֆաքաղաք', '--kind', 'place', '--json', ...place);
	expect(added.status).toBe(0);
	expect(added.lines[0]).toMatchObject({
		kind: 'place',
		forms: [
			{ text: 'Alphatown', language: 'en', script: 'Latn', kind: 'main' },
			{ text: 'Ալֆաքաղաք', language: 'hy', script: 'Armn', kind: 'main' },
		],
	});
	await lectern.run('names', 'add', 'Delta', '--kind', 'place', ...place);
	const more = await lectern.run('names', 'add', 'Альфаград', 'Alphatown', '--to', 'ալֆա', '--source', 'me', ...place);
	expect(more.out).toContain('Alphatown · Ալֆաքաղաք · Альфаград');
	const found = await lectern.run('search', 'Alphatown', '--json', ...place);
	expect(found.lines).toHaveLength(1);

	const merged = await lectern.run('names', 'merge', 'Delta', 'Alphatown', ...place);
	expect(merged).toMatchObject({ status: 0, out: expect.stringContaining('Delta · Alphatown') });
	expect(merged.err).toContain('No links');
	const aliased = await lectern.run('search', 'Alphatown', '--json', ...place);
	expect(aliased.lines).toContainEqual(expect.objectContaining({ kind: 'passage', how: 'alias' }));

	const split = await lectern.run('names', 'split', 'Delta', 'Альфаград', 'Ալֆաքաղաք', '--json', ...place);
	expect(split.lines.map(({ forms }) => (forms as { text: string }[]).map(({ text }) => text))).toEqual([
		['Ալֆաքաղաք', 'Альфаград'],
		['Delta', 'Alphatown'],
	]);
	const list = await lectern.run('names', 'list', ...place);
	expect(list.out).toMatch(/^ID +NAME +KIND +OTHER FORMS\n[0-9a-f]{8} +Delta +place +Alphatown\n/);
	expect((await lectern.run('names', 'list', 'АЛЬФА', '--json', ...place)).lines).toHaveLength(1);
}, 60_000);

test('what is wrong with names is said', async () => {
	const place = await newArchive('other.lectern');
	expect(await lectern.run('names', 'list', ...place)).toMatchObject({
		status: 0,
		out: expect.stringContaining('no names'),
	});
	await lectern.run('names', 'add', 'Alphatown', ...place);
	await lectern.run('names', 'add', 'Alphaville', ...place);
	const cases = [
		[['names', 'merge', 'Alpha', 'Alphaville'], 'ambiguous'],
		[['names', 'merge', 'Alphaville'], 'invalid-input'],
		[['names', 'split', 'Alphaville', 'Alphaville'], 'invalid-input'],
		[['names', 'split', 'Alphaville', 'Beta'], 'not-found'],
		[['names', 'add', 'Beta', '--to', 'Gamma'], 'not-found'],
	] as const;
	for (const [command, code] of cases) {
		const { status, lines } = await lectern.run(...command, '--json', ...place);
		expect([status, lines[0]]).toMatchObject([2, { error: { code } }]);
	}
	expect((await lectern.run('names', 'add', 'Beta', '--kind', 'river', ...place)).status).toBe(2);
	expect((await lectern.run('names')).status).toBe(2);
	expect(await lectern.run('names', '--help')).toMatchObject({ status: 0, out: expect.stringContaining('merge') });
}, 60_000);
