import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine } from './testing/built-command-line.ts';

let folder = '';
let lectern: BuiltCommandLine;
const place = ['--archive', 'sample.lectern'];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-catalogue-'));
	lectern = await buildCommandLine(folder);
	writeFileSync(join(folder, 'list.csv'), 'Title,Shelf\nAlpha,SAMPLE 1\nBeta,SAMPLE 2\n');
}, 120_000);

afterAll(() => {
	lectern.remove();
	rmSync(folder, { recursive: true });
});

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
