import { createHash } from 'node:crypto';
import { createReadStream, realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { AddRequest } from '#archive/adding/adding-service.ts';
import { type FoundFile, walkFiles } from '#archive/adding/file-walk.ts';
import type { Archive } from '#archive/archive.ts';
import { fileError } from '#archive/db/file-error.ts';
import type { Profile } from '#archive/device/profile.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type JobId, newId, type Sha256 } from '#shared/domain/ids.ts';
import type { InboxFolder, InboxFolderState, PassedOver } from '#shared/domain/inbox.ts';
import { message } from '#shared/messages/messages.ts';

export interface InboxWatcherOptions {
	/** Null while none is open. */
	archive(): Archive | null;
	profile: Profile;
	/** False where clients may not name folders of this machine: none is watched then either. */
	isOffered: boolean;
	onChanged(): void;
	/** Told when the open archive does not say which folder is its own. */
	onProblem(error: unknown): void;
	/** Between two looks, at least. */
	intervalMillis?: number;
}

/** What is known of the folder of one archive, for as long as it is chosen and that archive is open. */
interface Watched {
	archive: Archive;
	archiveId: string;
	path: string;
	/** Of each path the size and time at the last look. */
	seen: Map<string, string>;
	/** The same of those that were added or known. */
	settled: Map<string, string>;
	/** What was read of those that could not be added yet, so that a large folder is read once. */
	digests: Map<string, { stamp: string; sha256: Sha256 }>;
	/** Aborted as soon as it is noticed that another archive was opened, or another folder chosen. */
	left: AbortController;
	/** That, or the archive begins to be closed, as it is when it is locked or made ready to unplug. */
	signal: AbortSignal;
}

/** So many of the entries that are passed over are told. */
const mostPassedOver = 20;
/** Browsers, downloaders and copying programs name a file so until it is whole; hidden files are such too, and nobody’s sources. */
const unfinished = /^\.|\.(?:part|partial|crdownload|download|opdownload|filepart|!ut|tmp)$/i;

/** How the stamp of a file without a byte begins: browsers keep the name of a download so while it comes. */
const empty = '0 ';

/** A look at a large folder on a slow medium must not be most of what that does. */
const restPerLook = 20;

/**
 * Adds what comes into a folder to the inbox of the open archive. It looks every few seconds instead of being told by the
 * system (docs/decisions/0031): that works on a share and on a stick that is pulled and comes back, and a file whose size
 * and time are as they were at the look before has settled. Nothing in the folder is ever changed.
 */
export class InboxWatcher {
	readonly #options: InboxWatcherOptions;
	#watched: Watched | null = null;
	#state: InboxFolderState = 'off';
	#reason = '';
	#passedOver: PassedOver[] = [];
	#passedOverCount = 0;
	#timer: NodeJS.Timeout | null = null;
	#looking: Promise<void> | null = null;
	readonly #stop = new AbortController();

	constructor(options: InboxWatcherOptions) {
		this.#options = options;
	}

	get folder(): InboxFolder {
		const { archive, isOffered } = this.#options;
		const open = archive();
		return {
			isOffered,
			path: open && this.#options.profile.inboxFolder(open.id),
			state: this.#state,
			reason: this.#reason,
			passedOver: this.#passedOver,
			passedOverCount: this.#passedOverCount,
		};
	}

	/** Keeps the choice for the open archive on this device, and looks at once. */
	async watch(archive: Archive, path: string | null): Promise<InboxFolder> {
		if (!this.#options.isOffered) throw new AppError('invalid-input', { reason: message('serve.noPaths') });
		if (path !== null) await refuseUnfit(path, archive.path);
		this.#options.profile.setInboxFolder(archive.id, path === null ? null : resolve(path));
		// A look at the folder before this one is no answer. One at the same folder is: two at once would settle what grows.
		if (!this.#watched || this.#isLeft(this.#watched)) await this.#looking;
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

	/** One look, or the one that is under way. Never rejects: what is wrong is in the state. */
	look(): Promise<void> {
		this.#looking ??= this.#look().finally(() => {
			this.#looking = null;
		});
		return this.#looking;
	}

	async stop(): Promise<void> {
		this.#stop.abort();
		this.#watched?.left.abort();
		if (this.#timer) clearTimeout(this.#timer);
		await this.#looking;
	}

	async #look(): Promise<void> {
		if (this.#stop.signal.aborted) return;
		let watched: Watched | null;
		try {
			watched = this.#toWatch();
		} catch (error) {
			// As often as it is looked at, it is told once.
			if (this.#tell('unreadable', (error as Error).message)) this.#options.onProblem(error);
			return;
		}
		this.#watched = watched;
		const isIdle = !watched || watched.archive.database.isReadOnly;
		if (isIdle) this.#tellPassedOver([]);
		if (!watched) this.#tell('off');
		else if (isIdle) this.#tell('read-only');
		else await this.#lookAt(watched);
	}

	/** What was watched, where it is the one still; null where there is nothing to watch. Throws when the archive cannot be read. */
	#toWatch(): Watched | null {
		if (this.#watched && !this.#isLeft(this.#watched)) return this.#watched;
		const archive = this.#options.archive();
		if (!archive || !this.#options.isOffered) return null;
		const archiveId = archive.id;
		const path = this.#options.profile.inboxFolder(archiveId);
		if (path === null) return null;
		// What stands in the folder of one archive is not told of another's.
		this.#tellPassedOver([]);
		const left = new AbortController();
		const signal = AbortSignal.any([left.signal, archive.ending]);
		return { archive, archiveId, path, seen: new Map(), settled: new Map(), digests: new Map(), left, signal };
	}

	/** Whether it is not to be watched any more; what is being read of it ends then. */
	#isLeft({ archive, archiveId, path, left, signal }: Watched): boolean {
		const { profile } = this.#options;
		if (this.#options.archive() !== archive || profile.inboxFolder(archiveId) !== path) left.abort();
		return signal.aborted;
	}

	async #lookAt(watched: Watched): Promise<void> {
		try {
			const isThere = await stat(watched.path).then(
				(entry) => entry.isDirectory(),
				() => false,
			);
			if (isThere) await this.#take(watched, await this.#findSettled(watched));
			else this.#tellPassedOver([]);
			if (!this.#isLeft(watched)) this.#tell(isThere ? 'watching' : 'missing');
		} catch (error) {
			// It was left in the middle: the next look is at what is chosen then.
			if (this.#isLeft(watched)) return;
			this.#tellPassedOver([]);
			this.#tell('unreadable', (error as Error).message);
		}
	}

	/** Files that are as they were at the last look, and were not dealt with as they are; none where the folder is left. */
	async #findSettled(watched: Watched): Promise<{ file: FoundFile; stamp: string }[]> {
		const now = new Map<string, string>();
		const settled: { file: FoundFile; stamp: string }[] = [];
		const passedOver: PassedOver[] = [];
		for await (const file of walkFiles(watched.path)) {
			if (this.#isLeft(watched)) return [];
			if (file.problem instanceof AppError && file.path === watched.path) throw file.problem;
			const why = whyPassedOver(file);
			if (why) passedOver.push({ name: nameWithin(file), why });
			if (why || file.problem) continue;
			const stamp = await stampOf(file);
			// It went since: there is nothing to add.
			if (stamp === null) continue;
			if (stamp.startsWith(empty)) {
				passedOver.push({ name: nameWithin(file), why: 'unfinished' });
				continue;
			}
			now.set(file.path, stamp);
			if (watched.seen.get(file.path) === stamp && watched.settled.get(file.path) !== stamp)
				settled.push({ file, stamp });
		}
		watched.seen = now;
		this.#tellPassedOver(passedOver);
		return settled;
	}

	/** What came before is passed over by its digest, so that nothing need be remembered from one start to the next. */
	async #take(watched: Watched, files: readonly { file: FoundFile; stamp: string }[]): Promise<void> {
		if (files.length === 0 || this.#isLeft(watched)) return;
		const { inbox, jobs, adding } = watched.archive.services;
		if (!jobs.isIdle) return;
		const paths: AddRequest['paths'] = [];
		const added: [path: string, stamp: string][] = [];
		for (const { file, stamp } of files) {
			// One that cannot be read is added like the others: its reason stands in the report.
			const sha256 = await this.#digestOnce(file, stamp, watched).catch(() => null);
			if (this.#isLeft(watched)) return;
			if (sha256 !== null && inbox.isKnown(sha256)) {
				watched.settled.set(file.path, stamp);
				continue;
			}
			paths.push({ path: file.path, name: file.name });
			added.push([file.path, stamp]);
		}
		// Reading took its time: another job may have begun. They are found again at the next look.
		if (paths.length === 0 || !jobs.isIdle) return;
		adding.add(newId<JobId>(), { paths, collectionId: inbox.ensure(), isBackground: true });
		for (const [path, stamp] of added) watched.settled.set(path, stamp);
		watched.digests.clear();
	}

	async #digestOnce(file: FoundFile, stamp: string, watched: Watched): Promise<Sha256> {
		const known = watched.digests.get(file.path);
		if (known?.stamp === stamp) return known.sha256;
		const sha256 = await this.#digestOf(file, watched);
		watched.digests.set(file.path, { stamp, sha256 });
		return sha256;
	}

	/** Rejects as soon as the folder is left, which is asked between pieces. */
	async #digestOf({ path, content }: FoundFile, watched: Watched): Promise<Sha256> {
		const { signal } = watched;
		const hash = createHash('sha256');
		for await (const piece of content?.open() ?? createReadStream(path, { signal })) {
			if (this.#isLeft(watched)) signal.throwIfAborted();
			hash.update(piece as Uint8Array);
		}
		return hash.digest('hex') as Sha256;
	}

	#tellPassedOver(all: readonly PassedOver[]): void {
		const told = all.slice(0, mostPassedOver);
		const isSame = all.length === this.#passedOverCount && JSON.stringify(told) === JSON.stringify(this.#passedOver);
		this.#passedOver = told;
		this.#passedOverCount = all.length;
		if (!isSame) this.#options.onChanged();
	}

	/** False where that was said before. */
	#tell(state: InboxFolderState, reason = ''): boolean {
		if (state === this.#state && reason === this.#reason) return false;
		this.#state = state;
		this.#reason = reason;
		this.#options.onChanged();
		return true;
	}
}

/** What file managers leave behind is not told: there is nothing to miss. */
function whyPassedOver(file: FoundFile): PassedOver['why'] | null {
	const { problem } = file;
	if (problem === 'system-file') return null;
	if (problem) return problem === 'not-a-file' ? 'not-a-file' : 'unreadable';
	const isWithin = nameWithin(file)
		.split('/')
		.some((part) => unfinished.test(part));
	return isWithin ? 'unfinished' : null;
}

/** Without the name of the watched folder. */
function nameWithin({ name }: FoundFile): string {
	return name.slice(name.indexOf('/') + 1);
}

async function refuseUnfit(path: string, archivePath: string): Promise<void> {
	const entry = await stat(path).catch((error: unknown) => {
		throw fileError(path, error);
	});
	if (!entry.isDirectory()) throw new AppError('invalid-input', { reason: path });
	if (archivePath === ':memory:') return;
	// Its own log would be added to it for ever.
	const way = relative(realpathSync(path), realpathSync(dirname(archivePath)));
	if (way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way))
		throw new AppError('invalid-input', { reason: message('inbox.reason.own') });
}

/** Null where it is not there. */
async function stampOf({ path, content }: FoundFile): Promise<string | null> {
	if (content) return String(content.sizeBytes);
	return stat(path).then(
		({ size, mtimeMs }) => `${size} ${mtimeMs}`,
		() => null,
	);
}
