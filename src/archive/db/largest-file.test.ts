import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReplicaId } from '#shared/domain/ids.ts';
import { errorMessage } from '#shared/messages/messages.ts';
import { ArchiveDatabase } from './archive-database.ts';
import { closeWritten, createFile } from './archive-file.ts';
import { Connection } from './connection.ts';
import { limitGrowth, translateWriteError } from './largest-file.ts';
import { LiveFile } from './live-file.ts';

let folder: string;
let path: string;
let connection: Connection;
let database: ArchiveDatabase;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'largest-file-'));
	path = join(folder, 'a.lectern');
	connection = createFile(path);
	const replicaId = '00000000-0000-7000-8000-000000000001' as ReplicaId;
	database = new ArchiveDatabase(connection, { replicaId, author: () => '', now: () => 0, isReadOnly: false });
	database.write((writer) => writer.run('CREATE TABLE sample (bytes BLOB)'));
});

afterEach(async () => {
	connection.close();
	await rm(folder, { recursive: true });
});

const add = (sizeBytes: number) =>
	database.write((writer) => writer.run('INSERT INTO sample VALUES (zeroblob(?))', sizeBytes));
const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
const grownTo = (largestBytes: number) => sizeOf(path) + largestBytes;

describe('an archive where no file may be larger', () => {
	test('refuses what would make it so, in words of its own, and keeps what it saved', () => {
		const largestBytes = grownTo(1_000_000);
		limitGrowth(connection, largestBytes);
		add(600_000);
		expect(() => add(600_000)).toThrow(
			expect.objectContaining({ code: 'disk-full', detail: { archive: 'a.lectern' } }),
		);
		add(100_000);
		closeWritten(connection);
		expect(sizeOf(path)).toBeLessThanOrEqual(largestBytes);
		const read = new Connection(path, 'read');
		expect(read.all('SELECT length(bytes) AS size FROM sample')).toEqual([{ size: 600_000 }, { size: 100_000 }]);
		read.close();
	});

	test('says which file, and the way out', () => {
		const sentence = errorMessage({ code: 'disk-full', detail: { archive: 'a.lectern' } });
		expect(sentence).toContain('a.lectern has come to the largest size');
		expect(sentence).toContain('exFAT');
	});

	test('has no log that is larger either, however often it is written to', () => {
		const largestBytes = grownTo(1_000_000);
		limitGrowth(connection, largestBytes);
		add(200_000);
		for (let count = 0; count < 20; count += 1)
			database.write((writer) => writer.run('UPDATE sample SET bytes = randomblob(200000)'));
		expect(sizeOf(`${path}-wal`)).toBeLessThan(largestBytes);
	});

	test('is as it was while its file is read, and empties its log again afterwards', () => {
		limitGrowth(connection, grownTo(4_000_000));
		const live = new LiveFile(connection, false);
		const sizeBytes = live.settle();
		add(2_000_000);
		add(100);
		expect(sizeOf(path)).toBe(sizeBytes);
		live.letGo();
		add(100);
		expect(sizeOf(path)).toBeGreaterThan(sizeBytes + 1_900_000);
		connection.close();
		live.close();
	});
});

test('an archive that may be of any size has its log emptied when it is closed, and not before', () => {
	limitGrowth(connection, null);
	const live = new LiveFile(connection, false);
	const sizeBytes = live.settle();
	live.letGo();
	add(2_000_000);
	add(100);
	expect(sizeOf(path)).toBe(sizeBytes);
	connection.close();
	live.close();
});

test('a write that failed where nothing is at its largest size is of the disk', () => {
	const refused = Object.assign(new Error('sample'), { code: 'SQLITE_IOERR_WRITE' });
	expect(translateWriteError(connection, refused)).toMatchObject({ code: 'disk-error' });
});
