import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Archive, ArchiveEnvironment } from '#archive/archive.ts';
import { keyOf } from '#archive/db/archive-key.ts';
import { forkImportProcess } from '#archive/importers/forked-process.ts';
import { createImportClient, type ImportClient } from '#archive/importers/import-client.ts';
import { buildEntry } from '#archive/importers/test-processes/build-entry.ts';
import { createArchive, openArchive } from '#archive/open-archive.ts';
import { LanguageData } from '#archive/recognition/language-data.ts';
import { openSigningKey } from '#archive/signing/signing-key.ts';
import type { FactMessage } from '#shared/api/envelope.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';

const startMillis = Date.UTC(2020, 0, 1);

/** Whole archives in real files, with a real import process; everything is closed and removed after each test. */
export interface ArchivesOnDisk {
	environment(overrides?: Partial<ArchiveEnvironment>): ArchiveEnvironment;
	create(path: string, overrides?: Partial<ArchiveEnvironment>): Archive;
	open(path: string, overrides?: Partial<ArchiveEnvironment>, passphrase?: string | null): Promise<Archive>;
	/** As from a medium that takes no writes. */
	openReadOnly(path: string): Promise<Archive>;
	/** Adds files and waits for the job; gives its report. */
	add(archive: Archive, ...paths: string[]): Promise<JobItem[]>;
	/** Told since the test began. */
	facts: FactMessage[];
}

export function archivesOnDisk(): ArchivesOnDisk {
	const facts: FactMessage[] = [];
	const opened: Archive[] = [];
	let entry = '';
	let importer: ImportClient;
	let recogniser: ImportClient;
	let seconds = 0;
	beforeAll(async () => {
		entry = await buildEntry(resolve(import.meta.dirname, '../../cli/import-process.ts'));
		importer = createImportClient(() => forkImportProcess(entry));
		recogniser = createImportClient(() => forkImportProcess(entry));
	}, 60_000);
	afterAll(() => {
		importer.close();
		recogniser.close();
		rmSync(dirname(entry), { recursive: true, force: true });
	});
	afterEach(async () => {
		for (const archive of opened.splice(0)) await archive.close();
		facts.length = 0;
	});

	const environment: ArchivesOnDisk['environment'] = (overrides = {}) => ({
		importer,
		recogniser,
		languageData: new LanguageData({
			provided: resolve(import.meta.dirname, '../../../resources/tessdata'),
			own: resolve(dirname(entry), 'language-data'),
		}),
		author: () => 'Sample Author',
		language: () => 'en',
		readingCopyFolder: '',
		signingKey: openSigningKey(null),
		onFact: (fact) => facts.push(fact),
		onJobItem: () => undefined,
		now: () => startMillis + 1000 * seconds++,
		deviceId: 'sample-device',
		snapshotsFolder: null,
		knownPaths: () => [],
		otherCopies: () => [],
		runtime: 'test',
		onProblem: (error) => {
			throw error;
		},
		...overrides,
	});
	const keep = (archive: Archive) => {
		opened.push(archive);
		return archive;
	};
	return {
		facts,
		environment,
		create: (path, overrides) => keep(createArchive(path, 'Sample archive', environment(overrides))),
		open: async (path, overrides, passphrase = null) =>
			keep(await openArchive(path, environment(overrides), { key: await keyOf(path, passphrase) })),
		openReadOnly: async (path) => keep(await openArchive(path, environment(), { mode: 'read' })),
		async add(archive, ...paths) {
			const id = newId<JobId>();
			archive.services.adding.add(id, { paths: paths.map((path) => ({ path })) });
			await archive.services.jobs.whenEnded(id);
			return archive.services.jobs.items({ id, offset: 0, limit: 100_000 }).items;
		},
	};
}
