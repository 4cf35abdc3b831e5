import { once } from 'node:events';
import { basename, join } from 'node:path';
import type { Archive } from '#archive/archive.ts';
import { handlersOf, type OwnHandlers } from '#archive/archive-handlers.ts';
import { openDataFolder } from '#archive/device/data-folder.ts';
import { type Device, openDevice } from '#archive/device/device.ts';
import type { Installation } from '#archive/device/installation.ts';
import type { ArchiveStatus } from '#shared/api/archive-api.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { readPassphrase } from './key-files.ts';
import type { Output } from './output.ts';

/** An archive, open for one command. */
export interface Session {
	archive: Archive;
	calls: OwnHandlers;
	/**
	 * The passphrase file that the archive has no use for, since it has none: then it is for what is written or opened beside
	 * it. Whoever asks takes it; where nobody does, that is said in the end.
	 */
	takeSpare(): string | undefined;
	/** Called after the commit that holds the item; gives the function that stops it. */
	onItem(listener: JobItemListener): () => void;
	close(): Promise<void>;
}
export type JobItemListener = (jobId: JobId, item: JobItem) => void;

export interface SessionPlace {
	installation: Installation;
	/** Null: the one opened last, else the starter archive. */
	archivePath: string | null;
	/** Null: the user's own. */
	dataFolder: string | null;
	/** Its first line opens the archive; without one a terminal is asked. */
	passphraseFile: string | null;
	/** Nothing is to be kept on this device; else the data folder says so. */
	isField: boolean;
}

export interface SessionOptions extends SessionPlace {
	/** A command that writes is refused where the archive can only be read; one that is `either` writes where it can. */
	mode: 'read' | 'write' | 'either';
	output: Output;
}

/** What takes longer is told. */
const tellAfterMillis = 2000;

/** Opens the archive a command is about. Says on stderr when it is a snapshot that is read. */
export async function openSession({ mode, output, ...place }: SessionOptions): Promise<Session> {
	const listeners = new Set<JobItemListener>();
	const device = openDeviceFor(place, output, (jobId, item) => {
		for (const listener of listeners) listener(jobId, item);
	});
	try {
		const archive = await openPlace(device, place, mode === 'read' ? 'read' : 'write');
		let spare = archive.hasPassphrase ? null : place.passphraseFile;
		const session: Session = {
			archive,
			calls: handlersOf(archive),
			takeSpare() {
				const file = spare ?? undefined;
				spare = null;
				return file;
			},
			onItem(listener) {
				listeners.add(listener);
				return () => listeners.delete(listener);
			},
			async close() {
				if (spare !== null) output.note(message('cli.no-passphrase', { file: basename(archive.path) }));
				try {
					// Until the next opening, notes that came to an older edition would be listed as without a place.
					if (mode !== 'read') await placed(archive, output);
				} finally {
					// A disk that is full to the end refuses the last checkpoint; the process must end all the same.
					await archive.close().finally(() => device.close());
				}
			},
		};
		await checkMode(session, mode, output);
		return session;
	} catch (error) {
		device.close();
		throw error;
	}
}

/** Waits until marks are found in the editions that are shown; whoever interrupts it leaves that to the next opening. */
async function placed({ services }: Archive, output: Output): Promise<void> {
	const leave = new AbortController();
	const interrupted = once(leave.signal, 'abort');
	const abort = () => leave.abort();
	const told = setTimeout(() => output.note(message('cli.placing')), tellAfterMillis);
	process.once('SIGINT', abort);
	try {
		await Promise.race([services.earlierEditions.whenDone(), interrupted]);
	} finally {
		clearTimeout(told);
		process.removeListener('SIGINT', abort);
	}
}

async function openPlace(
	device: Device,
	{ archivePath, passphraseFile }: SessionPlace,
	mode: 'read' | 'write',
): Promise<Archive> {
	const given = passphraseFile === null ? null : await readPassphrase(passphraseFile);
	try {
		return await device.open(archivePath, { mode, passphrase: given });
	} catch (error) {
		if (!(error instanceof AppError) || error.code !== 'needs-passphrase') throw error;
		const passphrase = await askPassphrase('passphrase.field');
		if (passphrase === null) throw error;
		return device.open(archivePath, { mode, passphrase });
	}
}

/** The device as a command line program has it. */
export function openDeviceFor(
	{ installation, dataFolder, isField }: Pick<SessionPlace, 'installation' | 'dataFolder' | 'isField'>,
	output: Output,
	onJobItem: JobItemListener,
): Device {
	return openDevice({
		dataFolder: openDataFolder(dataFolder, isField),
		resourcesFolder: join(installation.folder, 'resources'),
		runtime: installation.runtime,
		startImportProcess: installation.startImportProcess,
		onFact: () => undefined,
		onJobItem,
		onProblem: (error) => output.note(errorMessage(toErrorData(error))),
	});
}

async function checkMode(session: Session, mode: SessionOptions['mode'], output: Output): Promise<void> {
	const status = session.archive.status();
	if (status.readOnly === 'none') return;
	if (mode === 'write') {
		await session.close();
		throw refusal(status);
	}
	if (mode === 'either') output.note(message('cli.unkept'));
	if (status.readOnly === 'locked') output.note(message('cli.locked', lockedDetail(status)));
}

function refusal(status: ArchiveStatus): AppError {
	if (status.readOnly !== 'locked') return new AppError('read-only', status.readOnly === 'full' ? { isFull: 1 } : {});
	const { file, host, since } = lockedDetail(status);
	return new AppError('archive-locked', { file, holder: host, since });
}

function lockedDetail({ path, heldBy, snapshotAt }: ArchiveStatus) {
	return { file: basename(path), host: heldBy?.host ?? '?', since: heldBy?.since ?? '?', snapshot: snapshotAt ?? '?' };
}
