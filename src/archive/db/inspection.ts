import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { Connection, type Reader } from './connection.ts';
import { applicationId, migrations, schemaVersion } from './migrations.ts';
import generatedSchema from './schema.sql?raw';

/** Reading a whole file to check it would keep people waiting above this size; larger ones are checked in the background. */
const largestQuickCheckBytes = 256 * 1024 * 1024;

/**
 * Decides from the first 100 bytes whether a file is an archive of a known version (SQLite file format, section 1.3),
 * before SQLite touches it. Throws not-an-archive, archive-from-the-future or unreadable-file.
 */
export function inspectHeader(path: string): { version: number } {
	const header = readHeader(path);
	const file = basename(path);
	if (header.length === 0) throw new AppError('not-an-archive', { file, reason: message('archive.reason.empty') });
	if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
		throw new AppError('not-an-archive', { file, reason: message('archive.reason.notSqlite') });
	if (header.readUInt32BE(68) !== applicationId)
		throw new AppError('not-an-archive', { file, reason: message('archive.reason.otherApplication') });
	const version = header.readUInt32BE(60);
	if (version > schemaVersion) throw new AppError('archive-from-the-future', { file, version, known: schemaVersion });
	if (version === 0) throw new AppError('not-an-archive', { file, reason: message('archive.reason.otherApplication') });
	return { version };
}

function readHeader(path: string): Buffer {
	const header = Buffer.alloc(100);
	try {
		const file = openSync(path, 'r');
		try {
			return header.subarray(0, readSync(file, header, 0, 100, 0));
		} finally {
			closeSync(file);
		}
	} catch (error) {
		throw new AppError('unreadable-file', { file: basename(path), reason: (error as Error).message }, { cause: error });
	}
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
		if (finding !== 'ok') throw new AppError('damaged-archive', { file, reason: finding });
	} catch (error) {
		if (error instanceof AppError || isLocked(error)) throw error;
		if (isNotClosed(path) && /^SQLITE_(READONLY|CANTOPEN)/.test(sqliteCode(error))) {
			const reason = message('archive.reason.notClosed');
			throw new AppError('unreadable-file', { file, reason }, { cause: error });
		}
		const code = /^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(sqliteCode(error)) ? 'damaged-archive' : 'unreadable-file';
		throw new AppError(code, { file, reason: (error as Error).message }, { cause: error });
	}
}

/** Another process has the file open for writing; that says nothing about its content. */
export function isLocked(error: unknown): boolean {
	return /^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error));
}

/** Copied while it was open for writing: the file is in write-ahead mode (bytes 18 and 19 are 2), which only a medium that takes writes can open. */
export function isNotClosed(path: string): boolean {
	return readHeader(path)[18] === 2;
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
