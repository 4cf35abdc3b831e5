import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Archive, ArchiveEnvironment } from '#archive/archive.ts';
import { type ArchiveKey, keyOf, makeKey } from '#archive/db/archive-key.ts';
import { restoreBrokenOff } from '#archive/db/broken-off.ts';
import { createImportClient, importLimits } from '#archive/importers/import-client.ts';
import type { StartImportProcess } from '#archive/importers/import-protocol.ts';
import { createArchive, openArchive } from '#archive/open-archive.ts';
import { LanguageData } from '#archive/recognition/language-data.ts';
import { openSigningKey } from '#archive/signing/signing-key.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { ReadinessItem } from '#shared/domain/readiness.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';
import type { DataFolder } from './data-folder.ts';
import { FieldProfile } from './field-profile.ts';
import { findOtherCopies } from './other-copies.ts';
import { openProfile, type Profile } from './profile.ts';
import { checkReadiness } from './readiness.ts';
import { ensureStarter } from './starter.ts';

export interface DeviceOptions extends Pick<ArchiveEnvironment, 'onFact' | 'onJobItem' | 'runtime'> {
	dataFolder: DataFolder;
	/** Where `starter/` and `tessdata/` lie. */
	resourcesFolder: string;
	startImportProcess: StartImportProcess;
	/** What went wrong where nobody waits for an answer. */
	onProblem(error: unknown): void;
}

/** This person on this machine: the profile, and the archives as they are opened here. */
export interface Device {
	readonly profile: Profile;
	readonly field: FieldProfile;
	/** Whether all that is needed where there is no network is there. */
	readiness(): ReadinessItem[];
	/**
	 * Opens the archive at `path`; without one the archive opened last, or the starter archive, which is made when it is
	 * not there; `no-archive` instead of it in the field profile. A passphrase is of no account where the archive has none. Throws what opening throws.
	 */
	open(path: string | null, how?: { mode?: 'write' | 'read'; passphrase?: string | null }): Promise<Archive>;
	/** The same for an archive that is known, by its key. */
	openWith(path: string, key: ArchiveKey | null): Promise<Archive>;
	/** Of archives that were open here and are still there. */
	knownPaths(): string[];
	/** Encrypted where there is a passphrase. Throws archive-exists. */
	create(path: string, title: string, passphrase?: string | null): Promise<Archive>;
	/** Ends the import process and writes the profile. Archives are closed before. */
	close(): void;
}

/** Key of the device profile under which a person keeps the name that signs their notes. */
const authorKey = 'author';

export function openDevice(options: DeviceOptions): Device {
	const { dataFolder, resourcesFolder, onProblem } = options;
	const { isField } = dataFolder;
	const profile = openProfile({ file: dataFolder.profileFile, isField, onWriteError: onProblem });
	const importer = createImportClient(options.startImportProcess);
	// A page of a large scan fills the process: the next is sent when it is done.
	const recogniser = createImportClient(options.startImportProcess, { ...importLimits, inFlight: 1 });
	const starterPath = join(dataFolder.archivesFolder, 'starter.lectern');
	const languageData = new LanguageData({
		provided: join(resourcesFolder, 'tessdata'),
		own: dataFolder.languageDataFolder,
	});
	const knownPaths = () =>
		profile
			.recent()
			.map(({ path }) => path)
			.filter((path) => existsSync(path));
	const environment: ArchiveEnvironment = {
		importer,
		recogniser,
		languageData,
		// Unsigned until the person says a name: the account's name may be one that must not leave this machine.
		author: () => String(profile.get(authorKey) ?? ''),
		language: activeLocale,
		readingCopyFolder: join(resourcesFolder, '../out/reading-copy'),
		signingKey: openSigningKey(dataFolder.signingKeyFile),
		onFact: options.onFact,
		onJobItem: options.onJobItem,
		now: Date.now,
		deviceId: profile.deviceId,
		snapshotsFolder: isField ? 'beside' : dataFolder.snapshotsFolder,
		knownPaths,
		otherCopies: () => findOtherCopies(dataFolder),
		runtime: options.runtime,
		onProblem,
	};

	function remember(archive: Archive): Archive {
		const { path, title, hasPassphrase } = archive.status();
		// What an encrypted archive is called is a part of what it keeps to itself.
		const shown = hasPassphrase ? basename(path, '.lectern') : title;
		profile.remember({ path, title: shown, openedAt: new Date().toISOString() });
		return archive;
	}

	return {
		profile,
		field: new FieldProfile(dataFolder, profile),
		readiness: () => checkReadiness(join(resourcesFolder, '..'), languageData.list()),
		async open(asked, { mode = 'write', passphrase = null } = {}) {
			const chosen = asked ?? profile.recent()[0]?.path;
			// What a first start makes would stay here, and say that Lectern was.
			if (chosen === undefined && isField) throw new AppError('no-archive');
			const path = resolve(chosen ?? starterPath);
			if (path === starterPath) await ensureStarter(path, resourcesFolder, environment);
			restoreBrokenOff(path);
			if (!existsSync(path))
				throw new AppError('unreadable-file', {
					file: basename(path),
					reason: message('archive.reason.absent', { path }),
				});
			const key = await keyOf(path, passphrase);
			return remember(await openArchive(path, environment, { mode, key }));
		},
		async openWith(path, key) {
			restoreBrokenOff(path);
			return remember(await openArchive(path, environment, { key }));
		},
		knownPaths,
		async create(path, title, passphrase = null) {
			const key = passphrase === null ? null : await makeKey(passphrase);
			return remember(createArchive(resolve(path), title, environment, key));
		},
		close() {
			importer.close();
			recogniser.close();
			profile.close();
		},
	};
}
