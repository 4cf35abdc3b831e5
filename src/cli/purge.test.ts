import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine } from './testing/built-command-line.ts';

let folder: string;
let lectern: BuiltCommandLine;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'));
	lectern = await buildCommandLine(folder);
	writeFileSync(join(folder, 'letter.txt'), 'A letter with the word Quillonbrake.\n');
}, 60_000);
afterAll(() => {
	lectern.remove();
	rmSync(folder, { recursive: true });
});

test('purge: says first what goes, withdraws with --yes, and the file is known when it comes again', async () => {
	const place = ['--archive', 'sample.lectern'];
	await lectern.run('new', 'sample.lectern');
	await lectern.run('add', 'letter.txt', ...place);
	expect((await lectern.run('purge', 'letter', ...place)).status).toBe(2);
	const looked = await lectern.run('purge', 'letter', '--reason', 'Asked for', ...place);
	expect(looked).toMatchObject({ status: 1, out: expect.stringContaining('letter') });
	expect(readFileSync(join(folder, 'sample.lectern')).includes('Quillonbrake')).toBe(true);

	const done = await lectern.run('purge', 'letter', '--reason', 'Asked for', '--yes', ...place);
	expect(done).toMatchObject({ status: 0, out: expect.stringContaining('erased') });
	expect(readFileSync(join(folder, 'sample.lectern')).includes('Quillonbrake')).toBe(false);
	expect((await lectern.run('verify', ...place)).status).toBe(0);
	const listed = await lectern.run('log', 'list', '--kind', 'erased', ...place, '--json');
	expect(listed.lines).toMatchObject([{ detail: { reason: 'Asked for' } }, { detail: { reason: 'Asked for' } }]);

	expect(await lectern.run('add', 'letter.txt', ...place)).toMatchObject({
		status: 1,
		out: expect.stringContaining('WITHDRAWN'),
	});
	expect((await lectern.run('add', 'letter.txt', '--take-withdrawn', ...place)).status).toBe(0);
});
