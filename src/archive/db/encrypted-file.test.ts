import { createDecipheriv, scryptSync } from 'node:crypto';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { closeWritten, createFile, openForReading, openForWriting } from './archive-file.ts';
import { type ArchiveKey, keyOf, makeKey } from './archive-key.ts';
import { isEncrypted } from './file-beginning.ts';
import { applicationId } from './migrations.ts';

const folder = temporaryFolders();
const passphrase = 'sample words for a test';
const pageBytes = 4096;
let key: ArchiveKey;
let otherKey: ArchiveKey;
beforeAll(async () => {
	[key, otherKey] = await Promise.all([makeKey(passphrase), makeKey('another')]);
});

function encryptedArchive(): string {
	const path = join(folder(), 'sample.lectern');
	closeWritten(createFile(path, key));
	return path;
}

/** With one bit of one byte changed. */
function damage(path: string, offset: number): string {
	const bytes = readFileSync(path);
	bytes[offset] = (bytes[offset] ?? 0) ^ 1;
	writeFileSync(path, bytes);
	return path;
}

const opening = (path: string, with_: ArchiveKey | null) => () => openForWriting(path, with_).close();
const refused = (code: string) => expect.objectContaining({ code });

describe('an encrypted archive', () => {
	test('opens with the key that its passphrase gives, and looks like chance', async () => {
		const path = encryptedArchive();
		expect(isEncrypted(path)).toBe(true);
		expect(await keyOf(path, passphrase)).toEqual(key);
		const connection = openForWriting(path, key);
		connection.run("INSERT INTO replicas (id, fingerprint, created_at) VALUES ('a', '', '')");
		closeWritten(connection);
		const again = openForReading(path, key);
		expect(again.get('SELECT id FROM replicas')).toEqual({ id: 'a' });
		again.close();
		expect(existsSync(`${path}-wal`)).toBe(false);
	});

	test('can be read without this program: SQLCipher 4, and scrypt of the passphrase with the first 16 bytes', () => {
		const [page, ivAt] = [readFileSync(encryptedArchive()).subarray(0, pageBytes), pageBytes - 80];
		const derived = scryptSync(passphrase, page.subarray(0, 16), 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 });
		const decipher = createDecipheriv('aes-256-cbc', derived, page.subarray(ivAt, ivAt + 16)).setAutoPadding(false);
		const header = Buffer.concat([Buffer.alloc(16), decipher.update(page.subarray(16, ivAt))]);
		expect([header.readUInt16BE(16), header.readUInt32BE(68)]).toEqual([pageBytes, applicationId]);
	});

	test('has the same passphrase however its letters were composed', async () => {
		const path = encryptedArchive();
		expect(await keyOf(path, 'caf\u00e9')).toEqual(await keyOf(path, 'cafe\u0301'));
	});

	test('is not opened without, or with another key, and stays byte for byte as it was', async () => {
		const path = encryptedArchive();
		const before = readFileSync(path);
		expect(opening(path, null)).toThrow(refused('needs-passphrase'));
		await expect(keyOf(path, null)).rejects.toMatchObject({ code: 'needs-passphrase', detail: { path } });
		expect(opening(path, otherKey)).toThrow(refused('archive-not-opened'));
		expect(readFileSync(path).equals(before)).toBe(true);
		expect(existsSync(`${path}-wal`)).toBe(false);
	});

	test('that is damaged is told from one whose passphrase is wrong, but in its first page', () => {
		expect(opening(damage(encryptedArchive(), 5 * pageBytes + 100), key)).toThrow(refused('damaged-archive'));
		expect(opening(damage(encryptedArchive(), 100), key)).toThrow(refused('archive-not-opened'));
	});

	test('that was cut off is damaged; in the middle of a page it is no archive any more', () => {
		const path = encryptedArchive();
		truncateSync(path, 20 * pageBytes);
		expect(opening(path, key)).toThrow(refused('damaged-archive'));
		truncateSync(path, 10 * pageBytes + 7);
		expect(opening(path, null)).toThrow(refused('not-an-archive'));
	});
});

test('a plain archive asks for no passphrase, whatever is given', async () => {
	const path = join(folder(), 'plain.lectern');
	closeWritten(createFile(path));
	expect(await keyOf(path, passphrase)).toBeNull();
});

test('text is not taken for an encrypted archive', () => {
	const path = join(folder(), 'text.lectern');
	writeFileSync(path, 'Alpha beta gamma. '.repeat(4096).slice(0, 2 * pageBytes));
	expect(opening(path, null)).toThrow(refused('not-an-archive'));
});
