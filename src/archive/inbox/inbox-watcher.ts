import { createHash } from 'node:crypto';
import { createReadStream, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { AddRequest } from '#archive/adding/adding-service.ts';
import { type FoundFile, walkFiles } from '#archive/adding/file-walk.ts';
import type { Archive } from '#archive/archive.ts';
import type { Profile } from '#archive/device/profile.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type JobId, newId, type Sha256 } from '#shared/domain/ids.ts';
import type { InboxFolder, InboxFolderState } from '#shared/domain/inbox.ts';
import { message } from '#shared/messages/messages.ts';

export interface InboxWatcherOptions {
	/** Null while none is open. */
	archive(): Archive | null;
	profile: Profile;
	/** False where clients may not name folders of this machine: none is watched then either. */
	isOffered: boolean;
	onChanged(): void;
	/** Between two looks, at least. */
	intervalMillis?: number;
}

/** A look at a large folder on a slow medium must not be most of what that does. */
const restPerLook = 20;

/**
 * Adds what comes into a folder to the inbox of the open archive. It looks every few seconds instead of being told by the
 * system (docs/decisions/0031): that works on a share and on a stick that is pulled and comes back, and a file whose size
 * and time are as they were at the look before has settled. Nothing in the folder is ever changed.
 */
export class InboxWatcher {
	readonly #options: InboxWatcherOptions;
	/** Of each path the size and time at the last look. */
	#seen = new Map<string, string>();
	/** The same of those that were added or known; only for this archive and folder. */
	#settled = new Map<string, string>();
	#of: { archive: Archive; path: string } | null = null;
	#state: InboxFolderState = 'off';
	#reason = '';
	#timer: NodeJS.Timeout | null = null;
	#looking: Promise<void> | null = null;
	readonly #stop = new AbortController();

	constructor(options: InboxWatcherOptions) {
		this.#options = options;
	}

	get folder(): InboxFolder {
		const { archive, isOffered } = this.#options;
		const open = archive();
		return { isOffered, path: open && this.#pathFor(open), state: this.#state, reason: this.#reason };
	}

	/** Keeps the choice for the open archive on this device, and looks at once. */
	async watch(archive: Archive, path: string | null): Promise<InboxFolder> {
		if (!this.#options.isOffered) throw new AppError('invalid-input', { reason: message('serve.noPaths') });
		if (path !== null) await refuseUnfit(path, archive.path);
		this.#options.profile.setInboxFolder(archive.status().archiveId, path === null ? null : resolve(path));
		await this.look();
		return this.folder;
	}

	/** Begins to look again and again. */
	start(): void {
		if (this.#stop.signal.aborted || !this.#options.isOffered) return;
		const { intervalMillis = 5000 } = this.#options;
		const begun = performance.now();
		void this.look().finally(() => {
			const rest = Math.max(intervalMillis, restPerLook * (performance.now() - begun));
			if (!this.#stop.signal.aborted) this.#timer = setTimeout(() => this.start(), rest).unref();
		});
	}

	/** One look, or the one that is under way. Never throws: what is wrong is in the state. */
	look(): Promise<void> {
		this.#looking ??= this.#look().finally(() => {
			this.#looking = null;
		});
		return this.#looking;
	}

	async stop(): Promise<void> {
		this.#stop.abort();
		if (this.#timer) clearTimeout(this.#timer);
		await this.#looking;
	}

	async #look(): Promise<void> {
		const archive = this.#options.archive();
		const path = archive && this.#pathFor(archive);
		if (!archive || !path || !this.#options.isOffered) {
			this.#of = null;
			this.#tell('off');
			return;
		}
		if (this.#of?.archive !== archive || this.#of.path !== path) {
			this.#of = { archive, path };
			this.#seen = new Map();
			this.#settled = new Map();
		}
		if (archive.database.isReadOnly) {
			this.#tell('read-only');
			return;
		}
		try {
			const isThere = await stat(path).then(
				(entry) => entry.isDirectory(),
				() => false,
			);
			if (isThere) await this.#take(archive, await this.#findSettled(path));
			this.#tell(isThere ? 'watching' : 'missing');
		} catch (error) {
			// It was closed in the middle: the next look is at the one that is open then.
			if (this.#options.archive() === archive) this.#tell('unreadable', (error as Error).message);
		}
	}

	/** Files that are as they were at the last look, and were not dealt with as they are. */
	async #findSettled(folder: string): Promise<{ file: FoundFile; stamp: string }[]> {
		const now = new Map<string, string>();
		const settled: { file: FoundFile; stamp: string }[] = [];
		for await (const file of walkFiles(folder)) {
			if (file.problem instanceof AppError && file.path === folder) throw file.problem;
			if (file.problem) continue;
			const stamp = await stampOf(file.path);
			// It went since: there is nothing to add.
			if (stamp === null) continue;
			now.set(file.path, stamp);
			if (this.#seen.get(file.path) === stamp && this.#settled.get(file.path) !== stamp) settled.push({ file, stamp });
		}
		this.#seen = now;
		return settled;
	}

	/** What came before is passed over by its digest, so that nothing need be remembered from one start to the next. */
	async #take(archive: Archive, files: readonly { file: FoundFile; stamp: string }[]): Promise<void> {
		const { inbox, jobs, adding } = archive.services;
		if (files.length === 0 || !jobs.isIdle) return;
		const paths: AddRequest['paths'] = [];
		for (const { file, stamp } of files) {
			// One that cannot be read is added like the others: its reason stands in the report.
			const sha256 = await digestOf(file.path, this.#stop.signal).catch(() => null);
			if (this.#stop.signal.aborted || this.#options.archive() !== archive) return;
			this.#settled.set(file.path, stamp);
			if (sha256 === null || !inbox.isKnown(sha256)) paths.push({ path: file.path, name: file.name });
		}
		if (paths.length > 0) adding.add(newId<JobId>(), { paths, collectionId: inbox.ensure() });
	}

	#pathFor(archive: Archive): string | null {
		return this.#options.profile.inboxFolder(archive.status().archiveId);
	}

	#tell(state: InboxFolderState, reason = ''): void {
		if (state === this.#state && reason === this.#reason) return;
		this.#state = state;
		this.#reason = reason;
		this.#options.onChanged();
	}
}

async function refuseUnfit(path: string, archivePath: string): Promise<void> {
	const entry = await stat(path).catch((error: Error) => {
		throw new AppError('unreadable-file', { file: path, reason: error.message }, { cause: error });
	});
	if (!entry.isDirectory()) throw new AppError('invalid-input', { reason: path });
	if (archivePath === ':memory:') return;
	// Its own log would be added to it for ever.
	const way = relative(realpathSync(path), realpathSync(dirname(archivePath)));
	if (way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way))
		throw new AppError('invalid-input', { reason: message('inbox.reason.own') });
}

/** Null where it is not there. */
async function stampOf(path: string): Promise<string | null> {
	return stat(path).then(
		({ size, mtimeMs }) => `${size} ${mtimeMs}`,
		() => null,
	);
}

async function digestOf(path: string, signal: AbortSignal): Promise<Sha256> {
	const hash = createHash('sha256');
	for await (const piece of createReadStream(path, { signal })) hash.update(piece as Uint8Array);
	return hash.digest('hex') as Sha256;
}
