import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandLineHere } from './testing/command-line-here.ts';

const lectern = commandLineHere(async ({ at }) => {
	writeFileSync(at('list.csv'), 'Title,Shelf\nAlpha,SAMPLE 1\nBeta,SAMPLE 2\n');
});
const place = ['--archive', 'sample.lectern'];

test('a catalogue is looked through, brought in, and adds nothing a second time', { timeout: 120_000 }, async () => {
	const bringIn = (...more: string[]) => lectern.run('catalogue', 'list.csv', '--json', ...more, ...place);
	const shelf = ['--column', 'Shelf=referenceCode'];
	await lectern.run('new', 'sample.lectern');
	expect((await bringIn('--dry-run', ...shelf)).lines).toMatchObject([{ outcome: 'added' }, { outcome: 'added' }]);
	expect((await lectern.run('list', '--json', ...place)).lines).toEqual([]);
	expect((await bringIn(...shelf)).status).toBe(0);
	expect((await bringIn(...shelf)).lines).toMatchObject([{ outcome: 'already-held' }, { outcome: 'already-held' }]);
	expect((await lectern.run('list', '--json', ...place)).lines).toMatchObject([{ title: 'Alpha' }, { title: 'Beta' }]);
	expect((await bringIn('--column', 'Shelf=somewhere')).status).toBe(2);
});
