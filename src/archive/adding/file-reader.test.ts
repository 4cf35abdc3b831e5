import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { FileReader } from './file-reader.ts';

const folder = temporaryFolders();
/** Enough for some to be read by the thread, and some before it is there. */
const numbers = Array.from({ length: 20 }, (_, number) => number);

function openReader(signal = new AbortController().signal): FileReader {
	const reader = new FileReader(signal);
	onTestFinished(() => reader.close());
	return reader;
}

function writeFiles(): string[] {
	const root = folder();
	return numbers.map((number) => {
		const path = join(root, `sample-${number}.txt`);
		writeFileSync(path, 'alpha '.repeat(number));
		return path;
	});
}

test('gives every file with its digest, and how it begins, whoever reads it', async () => {
	const reader = openReader();
	const paths = writeFiles();
	const whole = await Promise.all(paths.map((path) => reader.whole(path, 1000)));
	for (const [number, { sizeBytes, content }] of whole.entries()) {
		const text = 'alpha '.repeat(number);
		expect(sizeBytes).toBe(text.length);
		expect(Buffer.from(content?.bytes ?? []).toString()).toBe(text);
		expect(content?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
	}
	const heads = await Promise.all(paths.map((path) => reader.head(path, 4)));
	expect(heads.map(({ head }) => Buffer.from(head).toString())).toEqual(
		numbers.map((number) => (number === 0 ? '' : 'alph')),
	);
});

test('leaves alone what is larger than was asked for', async () => {
	const reader = openReader();
	const found = await Promise.all(writeFiles().map((path) => reader.whole(path, 60)));
	expect(found.map(({ content }) => content !== null)).toEqual(numbers.map((number) => number <= 10));
});

test('says of each file that is not there what the file system says', async () => {
	const reader = openReader();
	const missing = join(folder(), 'missing.txt');
	for (const _ of numbers) await expect(reader.whole(missing, 10)).rejects.toThrow(/ENOENT/);
});

test('everything under way is cancelled at once, and what comes after', async () => {
	const abort = new AbortController();
	const reader = openReader(abort.signal);
	const paths = writeFiles();
	const codeOf = (reading: Promise<unknown>) =>
		reading.then(
			() => 'read',
			(error) => toErrorData(error).code,
		);
	const under = paths.map((path) => codeOf(reader.whole(path, 1000)));
	abort.abort();
	expect(new Set(await Promise.all(under))).toEqual(new Set(['cancelled']));
	expect(await codeOf(reader.head(paths[0] ?? '', 10))).toBe('cancelled');
});
