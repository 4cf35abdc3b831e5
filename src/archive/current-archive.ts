import { mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { AppError, asksForPassphrase, toErrorData } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { Archive } from './archive.ts';
import { isKeyOf, makeKey } from './db/archive-key.ts';
import { lockedBy } from './db/lock-file.ts';
import { type Rewriting, rewriteFile } from './db/rewrite-file.ts';
import type { Device } from './device/device.ts';

/** The one archive that a program has open, or why it has none. Switching is one at a time. */
export interface CurrentArchive {
	/** Throws what kept the archive from opening. */
	get(): Archive;
	/** The same; null where none is open. */
	peek(): Archive | null;
	/** The archive that could be opened now if its passphrase were given; null while one is open. */
	waitingPath(): string | null;
	/**
	 * Whether the archive that is open, or was last, has a passphrase, or is just getting or losing one: only another one that
	 * is open makes an end of it.
	 */
	isSecret(): boolean;
	/** Opens `path`, or without one what the device chooses; then closes the one open before. Throws, leaving that open. */
	open(path: string | null, passphrase?: string): Promise<Archive>;
	create(path: string, title: string, passphrase?: string): Promise<Archive>;
	/**
	 * Closes the archive, which from then on waits for its passphrase, as one does that was closed already; gives its path,
	 * null where there is none. Throws invalid-input where it has no passphrase.
	 */
	lock(): Promise<string | null>;
	/**
	 * Gives the open archive another passphrase, or none, and opens it again; meanwhile it is closed. Gives the files that
	 * still hold it as it was before: the old one beside it, and copies of that. Throws archive-not-opened when `current` is
	 * not its passphrase, and what `rewriteFile` throws; then the archive is open as before.
	 */
	changePassphrase(
		change: { current: string | null; next: string | null },
		follow: Pick<Rewriting, 'onProgress' | 'signal'>,
	): Promise<string[]>;
	/** Removes the files that the last change of the passphrase left. */
	removeLeft(): void;
	/**
	 * Waits for the archive's checkpoint; until another one is opened, or this one again, `get` throws archive-closed, or
	 * `reason` where its file is not to stay.
	 */
	close(reason?: AppError): Promise<void>;
}

/** @param onProblem told when the archive that is left does not close in order: the other one is open all the same. */
export function createCurrentArchive(
	device: Device,
	onSwitched: () => void,
	onProblem: (error: unknown) => void,
): CurrentArchive {
	let archive: Archive | null = null;
	let problem = new AppError('connection-lost');
	let isSecret = false;
	/** Of an archive with a passphrase that was closed and does not wait for it. */
	let closedPath: string | null = null;
	let left: readonly string[] = [];
	let last: Promise<unknown> = Promise.resolve();

	/** Runs after what was begun before, whether or not that went well. */
	function inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = last.then(work, work);
		last = turn.catch(() => undefined);
		return turn;
	}

	/** An archive that waits for its passphrase goes on waiting where another one is no archive. */
	function noteRefusal(refusal: AppError): void {
		if (asksForPassphrase(problem) && !asksForPassphrase(refusal)) return;
		problem = refusal;
		isSecret ||= asksForPassphrase(refusal);
	}

	/** Leaves the archive that is open: until one is open again, `get` throws `reason`. */
	function leave(leaving: Archive, reason: AppError): Archive {
		archive = null;
		problem = reason;
		return leaving;
	}

	async function switchTo(opening: () => Promise<Archive>): Promise<Archive> {
		const before = archive;
		try {
			archive = await opening();
		} catch (error) {
			const { code, detail } = toErrorData(error);
			const refusal = new AppError(code, detail, { cause: error });
			if (archive === null) noteRefusal(refusal);
			throw refusal;
		}
		isSecret = archive.hasPassphrase;
		closedPath = null;
		onSwitched();
		await before?.close().catch(onProblem);
		return archive;
	}

	return {
		get() {
			if (archive) return archive;
			throw problem;
		},
		peek: () => archive,
		waitingPath: () => (archive === null && asksForPassphrase(problem) ? String(problem.detail.path) : null),
		isSecret: () => isSecret,
		open: (path, passphrase) =>
			inTurn(async () => {
				// One file is not open twice, under its old place and its new one.
				if (archive && path !== null && archive.database.isMovedTo(path))
					await leave(archive, new AppError('archive-closed', { file: basename(archive.path) }))
						.close()
						.catch(onProblem);
				if (archive && path !== null && isOpenForWriting(archive, path)) return archive;
				return switchTo(() => device.open(path, { ...(passphrase !== undefined && { passphrase }) }));
			}),
		create: (path, title, passphrase) =>
			inTurn(() =>
				switchTo(async () => {
					mkdirSync(dirname(path), { recursive: true });
					return device.create(path, title, passphrase);
				}),
			),
		lock: () =>
			inTurn(async () => {
				const path = archive?.path ?? closedPath;
				if (path === null) return null;
				if (!isSecret) throw new AppError('invalid-input', { reason: message('lock.no-passphrase') });
				const wanted = new AppError('needs-passphrase', { file: basename(path), path });
				closedPath = null;
				if (archive) await leave(archive, wanted).close().catch(onProblem);
				else problem = wanted;
				return path;
			}),
		changePassphrase: ({ current, next }, follow) =>
			inTurn(async () => {
				if (!archive) throw problem;
				const { path, readOnly } = archive.status();
				if (readOnly === 'locked') throw lockedBy(path);
				if (readOnly !== 'none') throw new AppError('read-only');
				const from = archive.key;
				if (!(await isKeyOf(from, current))) throw new AppError('archive-not-opened', { file: basename(path), path });
				const to = next === null ? null : await makeKey(next);
				isSecret = from !== null || to !== null;
				const closing = leave(archive, new AppError('archive-rewritten', { file: basename(path) }));
				try {
					await closing.close();
					const old = await rewriteFile(path, { from, to, ...follow });
					// Subtle: closing takes one more copy where it ends a job.
					left = [old, ...closing.copies.taken(), ...closing.copies.earlier()];
				} catch (error) {
					// What went wrong first is what is told.
					await switchTo(() => device.openWith(path, from)).catch(onProblem);
					throw error;
				}
				await switchTo(() => device.openWith(path, to));
				return [...left];
			}),
		removeLeft() {
			for (const path of left) rmSync(path, { force: true });
			left = [];
		},
		close: (reason) =>
			inTurn(async () => {
				if (!archive) return;
				const closing = leave(archive, reason ?? new AppError('archive-closed', { file: basename(archive.path) }));
				closedPath = closing.hasPassphrase && !reason ? closing.path : null;
				await closing.close();
			}),
	};
}

function isOpenForWriting(archive: Archive, path: string): boolean {
	return archive.path === resolve(path) && archive.status().readOnly === 'none';
}
