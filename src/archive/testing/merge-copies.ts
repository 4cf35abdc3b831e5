import { succeed } from '#archive/adding/edition-succession.ts';
import { type ArchiveServices, createServices } from '#archive/archive-services.ts';
import { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { createFile } from '#archive/db/archive-file.ts';
import { Connection } from '#archive/db/connection.ts';
import { noteKnownChanges } from '#archive/db/known-changes.ts';
import { LiveFile } from '#archive/db/live-file.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import { OtherArchive } from '#archive/merge/other-archive.ts';
import { LanguageData } from '#archive/recognition/language-data.ts';
import { openSigningKey } from '#archive/signing/signing-key.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { type Id, type JobId, newId, type RecordId, type ReplicaId } from '#shared/domain/ids.ts';
import type { MergePreview } from '#shared/domain/merge.ts';
import { type AnchoringTask, anchorMarks } from '#shared/text/anchor/anchor-marks.ts';

/** A copy of an archive on a machine of its own: in memory, with all services, and a clock that need not be right. */
export interface Copy {
	connection: Connection;
	database: ArchiveDatabase;
	services: ArchiveServices;
	/** An id that no other copy makes. */
	freshId<I extends Id<string>>(): I;
	close(): void;
}

/** All ways in which three copies can be merged: into the first of each, one after the other. */
export const mergeOrders = [
	[0, 1, 2],
	[0, 2, 1],
	[1, 0, 2],
	[1, 2, 0],
	[2, 0, 1],
	[2, 1, 0],
] as const;

const startMillis = Date.UTC(2020, 0, 1);
/** Compares texts by itself; reads nothing. */
const ownImporter = new Proxy({} as ImportClient, {
	get: (_, call) =>
		call === 'anchor'
			? (_name: string, task: AnchoringTask) => Promise.resolve(anchorMarks(task))
			: () => Promise.reject(new AppError('unexpected', { reason: 'no import process' })),
});

/** Gives a record another edition of one paragraph a text, which it shows from then on, as a file that is brought in does. */
export function addEditionTo(copy: Copy, recordId: RecordId, texts: readonly string[]): Promise<Edition> {
	const blocks = texts.map((text) => ({ kind: 'paragraph' as const, text }));
	const maker = { kind: 'extraction' as const, originalSha256: null, maker: 'sample', makerVersion: '1' };
	const { database, services } = copy;
	return succeed(
		{ database, importer: ownImporter, services },
		{
			...{ recordId, fileName: 'sample.txt', label: 'editionAdded' },
			made: { ...maker, parameters: {}, language: 'en', blocks },
		},
	);
}

/** An empty archive with a title. @param skewSeconds by how much its clock is wrong @param path of a file, if it is to be one */
export function newCopy(number: number, skewSeconds = 0, path = ':memory:'): Copy {
	const connection = createFile(path);
	const copy = openCopy(connection, number, skewSeconds);
	const archiveId = '00000000-0000-7000-8000-00000000a0a0';
	copy.database.step(
		'archiveCreated',
		(step) =>
			step.insert('archive', archiveId, {
				title: 'Sample archive',
				place_labels: '',
				created_at: '2020-01-01T00:00:00.000Z',
			}),
		{ kind: 'setup' },
	);
	return copy;
}

/** What someone has who was given a copy of the file. */
export function copyOf({ connection }: Copy, number: number, skewSeconds = 0): Copy {
	const target = createFile(':memory:');
	target.execute('PRAGMA foreign_keys = OFF');
	const tables = connection.all<{ name: string }>(
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
	);
	target.transaction(() => {
		for (const { name } of tables) {
			for (const row of connection.all<Record<string, null>>(`SELECT * FROM ${name}`)) {
				const columns = Object.keys(row);
				target.run(
					`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
					...Object.values(row),
				);
			}
		}
	});
	target.execute('PRAGMA foreign_keys = ON');
	return openCopy(target, number, skewSeconds);
}

/** The same copy once more, after the program was started anew. */
export function reopenCopy(path: string, number: number): Copy {
	return openCopy(new Connection(path, 'write'), number, 0);
}

function openCopy(connection: Connection, number: number, skewSeconds: number): Copy {
	const replicaId = `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as ReplicaId;
	let seconds = 0;
	let made = 0;
	const now = () => startMillis + 1000 * (skewSeconds + seconds++);
	connection.run(
		`INSERT OR IGNORE INTO replicas (id, fingerprint, created_at) VALUES (?, ?, '2020-01-01')`,
		replicaId,
		`sample ${number}`,
	);
	noteKnownChanges(connection, replicaId);
	const author = () => `Reader ${number}`;
	const database = new ArchiveDatabase(connection, { replicaId, author, now, isReadOnly: false });
	const services = createServices(database, {
		importer: ownImporter,
		recogniser: ownImporter,
		languageData: new LanguageData({ provided: '', own: '' }),
		signingKey: openSigningKey(null),
		author,
		language: () => 'en',
		readingCopyFolder: '',
		onFact: () => undefined,
		onJobItem: () => undefined,
		onProblem(error) {
			throw error;
		},
		ownPath: () => ':memory:',
		isEncrypted: () => false,
		ownKey: () => null,
		liveFile: new LiveFile(connection, false),
		takeSnapshot: () => Promise.resolve(),
		copies: {
			files: () => [],
			holding: () => ({ open: [], closed: [] }),
			canReplace: () => true,
			replace: () => Promise.resolve([]),
		},
	});
	return {
		connection,
		database,
		services,
		freshId: <I extends Id<string>>() => {
			made += 1;
			return `00000000-0000-7000-8${number.toString(16).padStart(3, '0')}-${made.toString(16).padStart(12, '0')}` as I;
		},
		close() {
			void services.earlierEditions.close();
			connection.close();
		},
	};
}

/**
 * Waits until marks are found in all the editions that they were not made on: behind the work that writes too, and a copy
 * that is not done says something else a moment later.
 */
export async function whenDone(copies: readonly Copy[]): Promise<void> {
	for (const { services } of copies) await services.earlierEditions.whenDone();
}

/** Merges `other` into `copy`, as the window would do it; gives what the preview said. */
export async function mergeInto(copy: Copy, other: Copy): Promise<MergePreview> {
	const id = newId<JobId>();
	const { merge, jobs } = copy.services;
	const preview = await merge.look(id, new OtherArchive(other.connection, 'other.lectern', { close: () => undefined }));
	await merge.start({ id });
	await jobs.whenEnded(id);
	const { error, state } = jobs.get({ id });
	if (error) throw new AppError(error.code, error.detail);
	if (state !== 'done') throw new AppError('cancelled');
	return preview;
}
