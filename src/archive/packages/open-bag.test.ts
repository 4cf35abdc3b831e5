import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { createZipSink } from './bag/zip-sink.ts';
import { openBag } from './open-bag.ts';

const newFolder = temporaryFolders();

async function zipBytes(): Promise<Buffer> {
	const pieces: Uint8Array[] = [];
	const sink = createZipSink('sample', async (bytes) => {
		for await (const piece of bytes) pieces.push(piece);
	});
	await sink.add('data/letter.txt', [Buffer.from('A sample letter.')], true);
	await sink.finish();
	return Buffer.concat(pieces);
}

describe('what cannot be opened as a package', () => {
	test.each([
		[
			'a ZIP file that was cut off',
			async () => (await zipBytes()).subarray(0, -30),
			'it is damaged, was altered, or is not whole',
		],
		[
			'another file',
			async () => Buffer.from('Plain words.'),
			'it is no folder, ZIP file or encrypted package that can be read',
		],
		['an empty file', async () => Buffer.alloc(0), 'it is no folder, ZIP file or encrypted package that can be read'],
	])('%s is told in words of ours alone', async (_, makeBytes, reason) => {
		const path = join(newFolder(), 'sample.zip');
		writeFileSync(path, await makeBytes());
		const error: { code: string; detail: { reason: string } } = await openBag(path).catch((thrown) => thrown);
		expect(error.code).toBe('unreadable-file');
		expect(error.detail.reason.split(';')[0]).toBe(reason);
	});
});
