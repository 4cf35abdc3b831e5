import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm, statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import type { PackageForm } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import type { BagSink } from './bag/bag-sink.ts';
import { createFolderSink, syncFolder } from './bag/folder-sink.ts';
import { portablePart } from './bag/portable-paths.ts';
import { createZipSink } from './bag/zip-sink.ts';
import type { PackageEncryption } from './encryption/encrypt.ts';
import { unwritable } from './unwritable.ts';

/** `f_type` of FAT, which takes no file of 4 GB (statfs(2)). */
const fatType = 0x4d44;
const fatLargestBytes = 2 ** 32 - 1;

export interface TargetOptions {
	path: string;
	form: PackageForm;
	/** A file that has this name already gives way; a folder never does. */
	replaces: boolean;
	encryption: PackageEncryption | null;
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

	/** Throws archive-exists when the name is taken, disk-full or invalid-input when the medium cannot hold so many bytes. */
	async check({ sizeBytes, largestBytes }: { sizeBytes: number; largestBytes: number }): Promise<void> {
		this.#refuseTaken();
		const place = await statfs(dirname(this.#options.path)).catch((error) => {
			throw unwritable(this.#options.path, error);
		});
		const fileBytes = this.#options.form === 'folder' ? largestBytes : sizeBytes;
		if (place.type === fatType && fileBytes > fatLargestBytes)
			throw new AppError('invalid-input', { reason: message('package.reason.fat') });
		// Some network file systems say 0 for what they do not know.
		if (place.bavail > 0 && place.bavail * place.bsize < sizeBytes) throw new AppError('disk-full');
	}

	async createSink(): Promise<BagSink> {
		const { path, form, encryption } = this.#options;
		try {
			if (form === 'folder') return await createFolderSink(this.partial);
			const file = await this.createFile();
			const name = portablePart(basename(basename(path, '.age'), '.zip'));
			return createZipSink(name, (bytes) => writeFile(file, encryption ? encryption.encrypt(bytes) : bytes));
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

	/** Gives the package its name. */
	async keep(): Promise<void> {
		const { path } = this.#options;
		this.#refuseTaken();
		try {
			await rename(this.partial, path);
			await syncFolder(dirname(path));
		} catch (error) {
			throw unwritable(path, error);
		}
	}

	async discard(): Promise<void> {
		await rm(this.partial, { recursive: true, force: true });
	}

	#refuseTaken(): void {
		const { path, form, replaces } = this.#options;
		if (existsSync(path) && !(replaces && form !== 'folder')) throw new AppError('archive-exists', { file: path });
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
