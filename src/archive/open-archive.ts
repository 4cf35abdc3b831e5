import { stat } from 'node:fs/promises';
import { AppError } from '#shared/domain/app-error.ts';
import { type ArchiveId, newId } from '#shared/domain/ids.ts';
import { Archive, type ArchiveEnvironment, type OpenedArchive } from './archive.ts';
import { insertArchiveRow } from './archive-row.ts';
import { closeWritten, createFile, discardFile, openForReading, openForWriting } from './db/archive-file.ts';
import type { ArchiveKey } from './db/archive-key.ts';
import type { Connection } from './db/connection.ts';
import { isLocked } from './db/inspection.ts';
import { addLaterSchema } from './db/later-schema.ts';
import { lockedBy, readLockFile } from './db/lock-file.ts';
import { translateSqliteError } from './db/sqlite-error.ts';
import type { Extraction } from './importers/importer.ts';
import { buildStarter } from './starter/starter-builder.ts';
import type { StarterData } from './starter/starter-types.ts';

/**
 * Opens an archive: for writing where that is asked for and possible; else read-only with the reason in its status (the
 * medium takes no writes or is full, a snapshot when another process holds it, or `asked`, which keeps nobody else out).
 * Throws not-an-archive, archive-from-the-future, damaged-archive, unreadable-file, archive-not-opened, needs-passphrase,
 * or archive-locked when there is no snapshot to offer; the file is left as it was then.
 */
export async function openArchive(
	path: string,
	environment: ArchiveEnvironment,
	{ mode = 'write', key = null }: { mode?: 'write' | 'read'; key?: ArchiveKey | null } = {},
): Promise<Archive> {
	const opened = await openConnection(path, mode, key);
	try {
		return new Archive(opened, environment);
	} catch (error) {
		const refused = translateSqliteError(error);
		if (opened.readOnly !== 'none' || !isFull(refused)) {
			opened.connection.close();
			throw refused;
		}
		// Not even that this device opened it could be noted: what is in it can be read all the same.
		closeAsItIs(opened.connection);
		return readFull(path, key, environment);
	}
}

function readFull(path: string, key: ArchiveKey | null, environment: ArchiveEnvironment): Archive {
	const connection = openToLook(path, key);
	try {
		return new Archive({ connection, path, readOnly: 'full', holder: null }, environment);
	} catch (error) {
		connection.close();
		throw translateSqliteError(error);
	}
}

/** One file again, which opens for reading where there is no room to make another beside it. */
function closeAsItIs(connection: Connection): void {
	try {
		closeWritten(connection);
	} catch {
		// It is closed; a log that could not be emptied is read with it.
	}
}

function isFull(error: unknown): boolean {
	return error instanceof AppError && error.code === 'disk-full';
}

/** Makes a new archive; throws archive-exists when anything is at `path`. Nothing is left there when it fails. */
export function createArchive(
	path: string,
	title: string,
	environment: ArchiveEnvironment,
	key: ArchiveKey | null = null,
): Archive {
	return create(path, key, environment, ({ database, services }) =>
		database.step(
			'archiveCreated',
			(step) => {
				insertArchiveRow(step, { id: newId<ArchiveId>(), title });
				services.custody.append(step.writer, 'created', '', { title });
			},
			{ kind: 'setup' },
		),
	);
}

/** Makes the starter archive at `path` from its data and the digest's text as the Markdown importer reads it. */
export function createStarterArchive(
	path: string,
	data: StarterData,
	digest: Extraction,
	environment: ArchiveEnvironment,
): Archive {
	return create(path, null, environment, ({ database, services }) => buildStarter(database, services, data, digest));
}

function create(
	path: string,
	key: ArchiveKey | null,
	environment: ArchiveEnvironment,
	fill: (archive: Archive) => void,
): Archive {
	const connection = createFile(path, key);
	let archive: Archive | undefined;
	try {
		archive = new Archive({ connection, path, readOnly: 'none', holder: null }, environment);
		fill(archive);
		return archive;
	} catch (error) {
		if (archive) archive.discard();
		else discardFile(connection);
		throw translateSqliteError(error);
	}
}

async function openConnection(path: string, mode: 'write' | 'read', key: ArchiveKey | null): Promise<OpenedArchive> {
	try {
		if (mode === 'read') return { connection: openToLook(path, key), path, readOnly: 'asked', holder: null };
		return { connection: openForWriting(path, key), path, readOnly: 'none', holder: null };
	} catch (error) {
		if (isLocked(error)) return openSnapshotOf(path, key);
		if (!(await isWriteRefused(path, error))) throw error;
		const readOnly = isFull(translateSqliteError(error)) ? 'full' : 'media';
		return { connection: openToLook(path, key), path, readOnly, holder: null };
	}
}

/** Whatever version it is of: it is asked like one of this version. */
function openToLook(path: string, key: ArchiveKey | null): Connection {
	const connection = openForReading(path, key);
	try {
		addLaterSchema(connection);
		return connection;
	} catch (error) {
		connection.close();
		throw error;
	}
}

/** Its key is that of the archive: a copy keeps the salt. */
function openSnapshotOf(path: string, key: ArchiveKey | null): OpenedArchive {
	const holder = readLockFile(path);
	if (!holder?.snapshotPath) throw lockedBy(path);
	return { connection: openToLook(holder.snapshotPath, key), path, readOnly: 'locked', holder };
}

/** True when the file is there but its medium, full or not, or its folder does not take writes. */
async function isWriteRefused(path: string, error: unknown): Promise<boolean> {
	const code = String((error as { code?: unknown }).code);
	if (!/^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR|FULL)|EROFS|EACCES|EPERM)/.test(code)) return false;
	return stat(path).then(
		(entry) => entry.isFile(),
		() => false,
	);
}
