import type { ArchiveStatus } from '#shared/api/archive-api.ts';
import type { Channel, FactMessage } from '#shared/api/envelope.ts';
import { answer } from '#shared/api/server.ts';
import { type ErrorData, toErrorData } from '#shared/domain/app-error.ts';
import { type JobId, newId, type Sha256 } from '#shared/domain/ids.ts';
import type { JobProgress } from '#shared/domain/job.ts';
import { localeKey } from '#shared/messages/locales.ts';
import { createCurrentArchive } from './current-archive.ts';
import { translateSqliteError } from './db/sqlite-error.ts';
import { type DeviceOptions, openDevice } from './device/device.ts';
import { speakAsChosen } from './device/spoken-language.ts';
import type { Staging } from './device/staging.ts';
import { createClients } from './host-clients.ts';
import { hostHandlers } from './host-handlers.ts';
import { InboxWatcher } from './inbox/inbox-watcher.ts';
import { UnpluggingService } from './unplug/unplugging-service.ts';

export interface HostOptions extends Omit<DeviceOptions, 'onFact' | 'onJobItem'> {
	/** Null: the one opened last, else the starter archive. */
	archivePath: string | null;
	/** Of that archive, where the program was given it; else its clients are asked. */
	passphrase?: string | undefined;
	/** Added as soon as the archive is open; for editions whose window cannot be asked to. */
	filesToAdd?: readonly string[];
	/** False where the client may not name files of this machine: it sends them beforehand, into `staging`. */
	canUsePaths: boolean;
	staging?: Staging;
	/** The archive was closed to be locked: a program that can, ends this process, and with it what is left of key and pages. */
	onLocked?(path: string): void;
}

/** An original of the open archive, to be sent piece by piece. */
export interface HeldOriginal {
	sha256: Sha256;
	mediaType: string;
	sizeBytes: number;
	pieces: Iterable<Uint8Array>;
	/** A part of them, from a piece or two at a time; throws damaged-original where it is missing. */
	read(offset: number, length: number): Uint8Array;
}

/** Holds the one open archive of a program and answers its clients. */
export interface Host {
	/** Answers every message of a client until it goes away. */
	serve(channel: Channel): void;
	/** Opens another archive, as the client's call does; gives what was wrong, leaving the old one open. */
	open(path: string): Promise<ErrorData | null>;
	/** Resolves when the first archive is open, or with why there is none; clients can still open another. */
	whenOpen(): Promise<{ ok: true; status: ArchiveStatus } | { ok: false; error: ErrorData }>;
	/** Whether what is of the open archive, or of the one that was open last, is to be in no file in plain text. */
	isSecret(): boolean;
	/** For an edition whose window cannot write files: null when the archive has none with that digest. */
	original(sha256: Sha256): HeldOriginal | null;
	/** Waits for clients' last messages, running jobs' next document boundary, and the archive's checkpoint. */
	close(): Promise<void>;
}

/** The window is gone by the time its archive is closed, but its last messages may still be on the way. */
const clientPatienceMillis = 500;

export function createHost(options: HostOptions): Host {
	const { onProblem, staging = null } = options;
	const clients = createClients();
	const device = openDevice({ ...options, onFact, onJobItem: () => undefined });
	// Questions wait for the first opening: until it has ended, no client has seen an archive that it would have to leave.
	let isOpeningFirst = true;
	/** The first archive, for as long as it waits for its passphrase: the files that were given are for it. */
	let waitedPath: string | null = null;
	let toldPercent = -1;
	const current = createCurrentArchive(device, tellOpened, onProblem);
	const inboxWatcher = new InboxWatcher({
		archive: () => current.peek(),
		profile: device.profile,
		isOffered: options.canUsePaths,
		onChanged: () => clients.tell({ fact: 'inbox.changed', data: {} }),
		onProblem,
	});
	const handlers = hostHandlers({
		current,
		device,
		archivesFolder: options.dataFolder.archivesFolder,
		canUsePaths: options.canUsePaths,
		staging,
		onProfileChanged,
		inboxWatcher,
		unplugging: new UnpluggingService(current, (fact) => clients.tell(fact)),
		onRewriting,
		onLocked(path) {
			clients.tell({ fact: 'archive.locked', data: {} });
			options.onLocked?.(path);
		},
	});
	const opened = settle(openFirst());

	async function openFirst(): Promise<void> {
		await speakAsChosen(device.profile);
		try {
			await current.open(options.archivePath, options.passphrase);
			addGivenFiles();
		} finally {
			isOpeningFirst = false;
			inboxWatcher.start();
			waitedPath = current.waitingPath();
		}
	}

	function addGivenFiles(): void {
		const paths = options.filesToAdd?.map((path) => ({ path })) ?? [];
		if (paths.length > 0) current.get().services.adding.add(newId<JobId>(), { paths });
	}

	function tellOpened(): void {
		if (isOpeningFirst) return;
		clients.tell({ fact: 'archive.opened', data: {} });
		if (waitedPath === null || current.get().path !== waitedPath) return;
		waitedPath = null;
		addGivenFiles();
	}

	/** Clients hear of another language when it is spoken, and ask again for what was said in the old one. */
	function onProfileChanged(key: string): void {
		const ready = key === localeKey ? speakAsChosen(device.profile).catch(onProblem) : Promise.resolve();
		void ready.then(() => clients.tell({ fact: 'profile.changed', data: { key } }));
	}

	/** A hundred steps are as many as anybody sees. */
	function onRewriting(done: number, total: number): void {
		const percent = Math.floor((100 * done) / total);
		if (percent !== toldPercent) clients.tell({ fact: 'archive.rewriting', data: { done, total } });
		toldPercent = percent;
	}

	function onFact(fact: FactMessage): void {
		clients.tell(fact);
		if (fact.fact === 'jobs.changed' && fact.data.job.endedAt) afterJob(fact.data.job);
	}

	function afterJob(job: JobProgress): void {
		if (job.kind === 'merge') staging?.release(job.id);
		if (job.kind !== 'add') return;
		// What failed or was left can be tried again as long as the program runs: then its files are still needed.
		if (!job.error && !job.counts.failed && !job.counts.cancelled && !job.counts.withdrawn) staging?.release(job.id);
	}

	return {
		serve(channel) {
			clients.add(channel);
			channel.onMessage((message) => {
				void opened
					.then(() => answer(handlers, message, translateSqliteError))
					.then((answered) => answered && clients.send(channel, answered))
					.catch(onProblem);
			});
		},
		open: (path) => settle(current.open(path)),
		async whenOpen() {
			const error = await opened;
			return error ? { ok: false, error } : { ok: true, status: current.get().status() };
		},
		isSecret: () => current.isSecret(),
		original(sha256) {
			const { originals } = current.get().services;
			const found = originals.find(sha256);
			if (!found) return null;
			const read = (offset: number, length: number) => originals.readRange(sha256, offset, length);
			return { ...found, pieces: originals.chunks(sha256), read };
		},
		async close() {
			await clients.whenGone(clientPatienceMillis);
			await opened;
			await inboxWatcher.stop();
			await current.close().catch(onProblem);
			device.close();
			staging?.close();
		},
	};
}

async function settle(work: Promise<unknown>): Promise<ErrorData | null> {
	try {
		await work;
		return null;
	} catch (error) {
		return toErrorData(translateSqliteError(error));
	}
}
