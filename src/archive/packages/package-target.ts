import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { alreadyThere } from '#archive/db/already-there.ts';
import { syncFolder } from '#archive/db/sync.ts';
import { unwritable } from '#archive/db/unwritable.ts';
import { limitsOf, refuseFull, type TargetLimits } from '#archive/unplug/target-limits.ts';
import type { PackageForm } from '#shared/domain/package.ts';
import { portableName } from '#shared/text/file-name.ts';
import type { BagSink } from './bag/bag-sink.ts';
import { createFolderSink } from './bag/folder-sink.ts';
import { createZipSink } from './bag/zip-sink.ts';
import { removeBrokenOffExports } from './broken-off-exports.ts';
import type { PackageEncryption } from './encryption/encrypt.ts';

export interface TargetOptions {
	path: string;
	form: PackageForm;
	/** A file that has this name already gives way; a folder never does. */
	replaces: boolean;
	encryption: PackageEncryption | null;
	/** For trying what a medium refuses. */
	limitsOf?: (folder: string) => Promise<TargetLimits>;
}

/** Where a package is made: beside its name, which it gets when everything is on the disk and was read back. */
export class PackageTarget {
	readonly #options: TargetOptions;
	/** What is written and read back. */
	readonly partial: string;

	constructor(options: TargetOptions) {
		this.#options = options;
		this.partial = `${options.path}.${randomUUID()}.partial`;
	}

	/**
	 * Throws archive-exists when the name is taken, disk-full when the medium has no room for so many bytes. What an earlier
	 * export to this name was broken off at is removed.
	 */
	async check({ sizeBytes }: { sizeBytes: number }): Promise<TargetLimits> {
		this.refuseTaken();
		const { path } = this.#options;
		// What cannot be removed does not have the package's name, and takes room alone.
		await removeBrokenOffExports(path, Date.now()).catch(() => undefined);
		const limits = await (this.#options.limitsOf ?? limitsOf)(dirname(path)).catch((error) => {
			throw unwritable(path, error);
		});
		refuseFull(limits, sizeBytes, path);
		return limits;
	}

	/** Throws archive-exists. */
	refuseTaken(): void {
		const { path, form, replaces } = this.#options;
		if (existsSync(path) && !(replaces && form !== 'folder')) throw alreadyThere(path);
	}

	async createSink(): Promise<BagSink> {
		const { path, form } = this.#options;
		try {
			if (form === 'folder') return await createFolderSink(this.partial);
			const file = await this.createFile();
			const name = portableName(basename(basename(path, '.age'), '.zip'));
			return createZipSink(name, (bytes) => this.#fill(file, bytes));
		} catch (error) {
			throw unwritable(path, error);
		}
	}

	/** What is one file, for the caller to write, sync and close. */
	async createFile(): Promise<FileHandle> {
		return open(this.partial, 'wx').catch((error) => {
			throw unwritable(this.#options.path, error);
		});
	}

	/** Writes what is one file and no bag; when it resolves, it is on the disk. */
	async write(bytes: AsyncIterable<Uint8Array>): Promise<void> {
		await this.#fill(await this.createFile(), bytes);
	}

	/** Gives the package its name. */
	async keep(): Promise<void> {
		const { path } = this.#options;
		this.refuseTaken();
		try {
			await rename(this.partial, path);
			syncFolder(dirname(path));
		} catch (error) {
			throw unwritable(path, error);
		}
	}

	/** What is on a medium that is gone cannot be removed; it does not have the package's name, and why it ended is told. */
	async discard(): Promise<void> {
		await rm(this.partial, { recursive: true, force: true }).catch(() => undefined);
	}

	/** Undoes `keep`, for a package whose other parts did not get theirs. */
	async takeBack(): Promise<void> {
		await rm(this.#options.path, { recursive: true, force: true });
	}

	#fill(file: FileHandle, bytes: AsyncIterable<Uint8Array>): Promise<void> {
		const { encryption } = this.#options;
		return writeFile(file, encryption ? encryption.encrypt(bytes) : bytes);
	}
}

async function writeFile(file: FileHandle, bytes: AsyncIterable<Uint8Array>): Promise<void> {
	try {
		for await (const piece of bytes) await file.writeFile(piece);
		await file.sync();
	} finally {
		await file.close();
	}
}
