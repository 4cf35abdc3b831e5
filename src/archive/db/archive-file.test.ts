import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { closeWritten, createFile, openForReading, openForWriting } from './archive-file.ts';
import { applicationId, migrations, schemaVersion } from './migrations.ts';

const folder = temporaryFolders();

function emptyArchive(): string {
	const path = join(folder(), 'sample.lectern');
	closeWritten(createFile(path));
	return path;
}

/** Opens it for writing, expects a refusal, and that not one byte changed. */
function refusalOf(path: string): { code: string; reason: string } {
	const before = readFileSync(path);
	try {
		openForWriting(path).close();
	} catch (error) {
		expect(readFileSync(path).equals(before)).toBe(true);
		expect(existsSync(`${path}-wal`)).toBe(false);
		expect(error).toBeInstanceOf(AppError);
		const { code, detail } = error as AppError;
		return { code, reason: String(detail.reason ?? '') };
	}
	throw new Error('it was opened');
}

test('a new archive in a folder that is not there is refused with that reason', () => {
	const path = join(folder(), 'none/new.lectern');
	const refused = { code: 'unwritable-file', detail: { file: 'new.lectern', reason: 'there is no such folder' } };
	expect(() => createFile(path)).toThrow(expect.objectContaining(refused));
});

describe('an archive that is refused is left as it was', () => {
	test('an empty file', () => {
		const path = join(folder(), 'empty.lectern');
		writeFileSync(path, '');
		expect(refusalOf(path)).toEqual({ code: 'not-an-archive', reason: 'it is empty (0 bytes)' });
	});

	test('a text with the name of an archive', () => {
		const path = join(folder(), 'text.lectern');
		writeFileSync(path, 'Alpha beta gamma. '.repeat(100));
		expect(refusalOf(path)).toEqual({ code: 'not-an-archive', reason: 'it is no SQLite database' });
	});

	test('a database of another program', () => {
		const path = join(folder(), 'other.lectern');
		const other = new Database(path);
		other.exec('CREATE TABLE things (id INTEGER)');
		other.close();
		expect(refusalOf(path).code).toBe('not-an-archive');
	});

	test('an archive from the future', () => {
		const path = emptyArchive();
		const newer = new Database(path);
		newer.pragma('user_version = 999');
		newer.close();
		expect(refusalOf(path).code).toBe('archive-from-the-future');
	});

	test('a stranger’s trigger', () => {
		const path = emptyArchive();
		const altered = new Database(path);
		altered.exec('CREATE TRIGGER stranger AFTER INSERT ON tags BEGIN DELETE FROM records; END');
		altered.close();
		expect(refusalOf(path)).toMatchObject({ code: 'damaged-archive', reason: expect.stringContaining('stranger') });
	});

	test('a table that is gone', () => {
		const path = emptyArchive();
		const altered = new Database(path);
		altered.exec('DROP TABLE taggings');
		altered.close();
		expect(refusalOf(path)).toMatchObject({ code: 'damaged-archive', reason: expect.stringContaining('taggings') });
	});

	test('pages overwritten with noise', () => {
		const path = emptyArchive();
		const bytes = readFileSync(path);
		bytes.fill(0xa5, 4096, 4096 * 6);
		writeFileSync(path, bytes);
		expect(refusalOf(path).code).toBe('damaged-archive');
	});

	test('a file cut short', () => {
		const path = emptyArchive();
		writeFileSync(path, readFileSync(path).subarray(0, 4096 * 3));
		expect(refusalOf(path).code).toBe('damaged-archive');
	});
});

test('a closed archive is one file that opens without a write-ahead log', () => {
	const path = emptyArchive();
	const connection = openForWriting(path);
	connection.transaction(() => connection.run(`INSERT INTO replicas VALUES ('r', 'f', '2020-01-01')`));
	expect(existsSync(`${path}-wal`)).toBe(true);
	closeWritten(connection);
	expect(existsSync(`${path}-wal`)).toBe(false);
	const reader = openForReading(path);
	expect(reader.all('SELECT id FROM replicas')).toEqual([{ id: 'r' }]);
	expect(reader.pragma('journal_mode')).toBe('delete');
	reader.close();
});

test('a second writer is told that the archive is locked', () => {
	const path = emptyArchive();
	const first = openForWriting(path);
	first.transaction(() => first.run(`INSERT INTO replicas VALUES ('r', 'f', '2020-01-01')`));
	expect(() => openForWriting(path)).toThrow(/locked/);
	closeWritten(first);
});

test('an archive of the first version opens for reading as it is, and for writing brought up to date', () => {
	const path = join(folder(), 'first.lectern');
	const first = new Database(path);
	first.exec(migrations[0] ?? '');
	first.pragma(`application_id = ${applicationId}`);
	first.pragma('user_version = 1');
	first.close();
	const before = readFileSync(path);
	const reader = openForReading(path);
	expect(reader.all('SELECT id FROM names')).toEqual([]);
	reader.close();
	expect(readFileSync(path).equals(before)).toBe(true);
	closeWritten(openForWriting(path));
	const later = openForReading(path);
	expect(later.pragma('user_version')).toBe(schemaVersion);
	later.close();
});

test('nothing is made over a file that is there', () => {
	const path = emptyArchive();
	expect(() => createFile(path)).toThrow(AppError);
});

test('originals and finished editions refuse to change, whoever asks', () => {
	const connection = createFile(':memory:');
	connection.run(`INSERT INTO originals VALUES ('00', 'text/plain', 1, 1)`);
	expect(() => connection.run(`UPDATE originals SET size_bytes = 2`)).toThrow('never change');
	connection.run(`INSERT INTO custody_events VALUES ('r', 1, '', 'created', '', '{}', '', '', '', '')`);
	expect(() => connection.run('DELETE FROM custody_events')).toThrow('append-only');
	connection.close();
});
