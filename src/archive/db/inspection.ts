import { basename } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { Connection, type Reader } from './connection.ts';
import { isEncrypted, isPlain, readBeginning } from './file-beginning.ts';
import { applicationId, migrations, schemaVersion } from './migrations.ts';
import generatedSchema from './schema.sql?raw';
import { translateSqliteError } from './sqlite-error.ts';

/** Reading a whole file to check it would keep people waiting above this size; larger ones are checked in the background. */
const largestQuickCheckBytes = 256 * 1024 * 1024;

const headerBytes = 100;

/**
 * Decides from the first 100 bytes whether a file is an archive of a known version (SQLite file format, section 1.3),
 * before SQLite touches it. Throws not-an-archive, archive-from-the-future, unreadable-file, or needs-passphrase.
 */
export function inspectHeader(path: string): void {
	const header = readBeginning(path, headerBytes);
	const file = basename(path);
	if (header.length === 0) throw new AppError('not-an-archive', { file, reason: message('archive.reason.empty') });
	if (isEncrypted(path)) throw new AppError('needs-passphrase', { file, path });
	if (header.length < headerBytes || !isPlain(header))
		throw new AppError('not-an-archive', { file, reason: message('archive.reason.notSqlite') });
	checkIdentity(file, header.readUInt32BE(68), header.readUInt32BE(60));
}

/**
 * The same of a file that shows what it is only under its key. Throws archive-not-opened where the key shows nothing,
 * damaged-archive, and as `inspectHeader` does.
 */
export function inspectUnderKey(reader: Connection, path: string): void {
	const file = basename(path);
	try {
		checkIdentity(file, Number(reader.pragma('application_id')), Number(reader.pragma('user_version')));
	} catch (error) {
		// Subtle: a damaged first page and a wrong key look the same, since the key is what the page is checked with.
		if (sqliteCode(error) === 'SQLITE_NOTADB')
			throw new AppError('archive-not-opened', { file, path }, { cause: error });
		if (sqliteCode(error).startsWith('SQLITE_CORRUPT'))
			throw new AppError('damaged-archive', { file, reason: message('archive.reason.malformed') }, { cause: error });
		throw error;
	}
}

function checkIdentity(file: string, application: number, version: number): void {
	if (application !== applicationId || version === 0)
		throw new AppError('not-an-archive', { file, reason: message('archive.reason.otherApplication') });
	if (version > schemaVersion) throw new AppError('archive-from-the-future', { file, version, known: schemaVersion });
}

/**
 * Compares the file's schema with the one its version should have and, unless it is large, has SQLite check its pages.
 * An archive may come from a stranger: a trigger or view that we did not write is refused. Throws damaged-archive.
 */
export function inspectContent(reader: Connection, path: string, sizeBytes: number): void {
	const file = basename(path);
	try {
		const version = Number(reader.pragma('user_version'));
		const name =
			version === schemaVersion && schemaText(reader) === generatedSchema ? null : differing(reader, version);
		if (name !== null)
			throw new AppError('damaged-archive', { file, reason: message('archive.reason.schema', { name }) });
		if (sizeBytes > largestQuickCheckBytes) return;
		const finding = String(reader.pragma('quick_check(1)'));
		if (finding !== 'ok') throw new AppError('damaged-archive', { file, reason: message('archive.reason.malformed') });
	} catch (error) {
		if (error instanceof AppError || isLocked(error)) throw error;
		if ((reader.key || isNotClosed(path)) && /^SQLITE_(READONLY|CANTOPEN)/.test(sqliteCode(error))) {
			const reason = message('archive.reason.notClosed');
			throw new AppError('unreadable-file', { file, reason }, { cause: error });
		}
		const translated = translateSqliteError(error);
		if (translated instanceof AppError && translated.code === 'disk-full') throw translated;
		const code = sqliteCode(error);
		if (/^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(code))
			throw new AppError('damaged-archive', { file, reason: message('archive.reason.malformed') }, { cause: error });
		const reason = code.startsWith('SQLITE_IOERR') ? message('file.reason.medium') : (error as Error).message;
		throw new AppError('unreadable-file', { file, reason }, { cause: error });
	}
}

/** Another process has the file open for writing; that says nothing about its content. */
export function isLocked(error: unknown): boolean {
	return /^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error));
}

/**
 * Copied while it was open for writing: the file is in write-ahead mode (bytes 18 and 19 are 2), which only a medium that
 * takes writes can open. Of an encrypted file that cannot be seen.
 */
export function isNotClosed(path: string): boolean {
	const header = readBeginning(path, headerBytes);
	return isPlain(header) && header[18] === 2;
}

function sqliteCode(error: unknown): string {
	return String((error as { code?: unknown }).code);
}

const schemaHead = '-- Generated from the migrations by schema.test.ts; run it with -u after adding one.\n';

interface SchemaEntry {
	name: string;
	sql: string;
}

/** The whole schema as `schema.sql` has it. */
export function schemaText(reader: Reader): string {
	const entries = readSchema(reader).map(({ sql }) => `${sql};\n`);
	return [schemaHead, ...entries].join('\n');
}

/** In a fixed order, SQLite's own tables left out. */
function readSchema(reader: Reader): SchemaEntry[] {
	return reader.all<SchemaEntry>(
		"SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'table' DESC, name",
	);
}

/** The first table, index or trigger that is not as the version has it, or that is missing; null where there is none. */
function differing(reader: Reader, version: number): string | null {
	const expected = new Map(expectedSchema(version).map((entry) => [entry.name, entry.sql]));
	for (const { name, sql } of readSchema(reader)) {
		if (expected.get(name) !== sql) return name;
		expected.delete(name);
	}
	return [...expected.keys()][0] ?? null;
}

function expectedSchema(version: number): SchemaEntry[] {
	const memory = new Connection(':memory:', 'create');
	try {
		for (const sql of migrations.slice(0, version)) memory.execute(sql);
		return readSchema(memory);
	} finally {
		memory.close();
	}
}
