import { mkdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import type { Archive } from './archive.ts';
import type { Device } from './device/device.ts';

/** The one archive that a program has open, or why it has none. Switching is one at a time. */
export interface CurrentArchive {
	/** Throws what kept the archive from opening. */
	get(): Archive;
	/** Opens `path`, or without one what the device chooses; then closes the one open before. Throws, leaving that open. */
	open(path: string | null): Promise<Archive>;
	create(path: string, title: string): Promise<Archive>;
	/** Waits for the archive's checkpoint; until another one is opened, or this one again, `get` throws archive-closed. */
	close(): Promise<void>;
}

/** @param onProblem told when the archive that is left does not close in order: the other one is open all the same. */
export function createCurrentArchive(
	device: Device,
	onSwitched: () => void,
	onProblem: (error: unknown) => void,
): CurrentArchive {
	let archive: Archive | null = null;
	let problem = new AppError('connection-lost');
	let last: Promise<unknown> = Promise.resolve();

	/** Runs after what was begun before, whether or not that went well. */
	function inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = last.then(work, work);
		last = turn.catch(() => undefined);
		return turn;
	}

	async function switchTo(opening: () => Promise<Archive>): Promise<Archive> {
		const before = archive;
		try {
			archive = await opening();
		} catch (error) {
			const { code, detail } = toErrorData(error);
			problem = new AppError(code, detail, { cause: error });
			throw problem;
		}
		onSwitched();
		await before?.close().catch(onProblem);
		return archive;
	}

	return {
		get() {
			if (archive) return archive;
			throw problem;
		},
		open: (path) =>
			inTurn(async () => {
				if (archive && path !== null && isOpenForWriting(archive, path)) return archive;
				return switchTo(() => device.open(path));
			}),
		create: (path, title) =>
			inTurn(() =>
				switchTo(async () => {
					mkdirSync(dirname(path), { recursive: true });
					return device.create(path, title);
				}),
			),
		close: () =>
			inTurn(async () => {
				const closing = archive;
				archive = null;
				problem = new AppError('archive-closed', { file: closing ? basename(closing.path) : '' });
				await closing?.close();
			}),
	};
}

function isOpenForWriting(archive: Archive, path: string): boolean {
	return archive.path === resolve(path) && archive.status().readOnly === 'none';
}
