import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Connection } from '#archive/db/connection.ts';
import { newId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { type BuiltCommandLine, buildCommandLine } from './testing/built-command-line.ts';

let folder: string;
let lectern: BuiltCommandLine;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'));
	lectern = await buildCommandLine(folder);
	writeFileSync(join(folder, 'letter.txt'), 'A sample letter.\n');
}, 60_000);
afterAll(() => {
	lectern.remove();
	rmSync(folder, { recursive: true });
});

/** Notes one device after another, until the next would take a page more. */
function fillToThePage(path: string): void {
	const connection = new Connection(path, 'write');
	const pages = () => Number(connection.pragma('page_count'));
	const most = pages();
	const note = () =>
		connection.transaction(() => {
			connection.run(
				'INSERT INTO replicas (id, fingerprint, created_at) VALUES (?, ?, ?)',
				newId(),
				'f'.repeat(32),
				'',
			);
			if (pages() > most) throw new Error('there is no page left');
		});
	try {
		while (true) note();
	} catch {
		connection.close();
	}
}

test('an archive without a page left for the device that opens it is read there, and says why it takes nothing', async () => {
	const place = ['--archive', 'sample.lectern'];
	await lectern.run('new', 'sample.lectern');
	await lectern.run('add', 'letter.txt', ...place);
	const file = join(folder, 'sample.lectern');
	fillToThePage(file);
	rmSync(join(folder, 'data'), { recursive: true });
	const { size } = statSync(file);

	const listed = await lectern.runWithin(size, 'list', ...place, '--json');
	expect(listed).toMatchObject({ status: 0, err: '' });
	expect(listed.lines).toMatchObject([{ title: 'letter' }]);
	const added = await lectern.runWithin(size, 'add', 'letter.txt', ...place);
	expect(added.status).toBe(2);
	expect(added.err).toContain(message('read-only.full'));
	expect(statSync(file).size).toBe(size);
	expect((await lectern.run('add', 'letter.txt', ...place)).status).toBe(0);
});
