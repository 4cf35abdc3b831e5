import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStaging, type Staging } from './staging.ts';

let folder: string;
let staging: Staging;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-staging-'));
	staging = openStaging(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const staged = () => readdirSync(join(folder, String(process.pid)));
const upload = { name: 'sample.txt', limitBytes: 10 };

test('nothing is left of a file that is refused with its first bytes', async () => {
	for (let attempt = 0; attempt < 20; attempt++) {
		const sent = Readable.from([Buffer.alloc(11)]);
		await expect(staging.receive(sent, upload)).rejects.toMatchObject({ code: 'unreadable-file' });
	}
	expect(staged()).toEqual([]);
});

test('nothing is left of a file whose sender goes away', async () => {
	for (let attempt = 0; attempt < 20; attempt++) {
		const sent = new Readable({ read: () => undefined });
		sent.push(Buffer.alloc(5));
		const received = staging.receive(sent, upload);
		sent.destroy(new Error('sample end'));
		await expect(received).rejects.toThrow('sample end');
	}
	expect(staged()).toEqual([]);
});
