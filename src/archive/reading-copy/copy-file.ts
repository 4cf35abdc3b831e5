import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';
import { pieceBytes } from '#archive/packages/bag/bag-source.ts';
import type { WrittenFiles } from './copy-folder.ts';

const gzip = promisify(gzipCallback);

/** Writes a copy that is one page, piece after piece, and keeps its digest. */
export class CopyFile {
	readonly #file: FileHandle;
	readonly #hash = createHash('sha256');

	constructor(file: FileHandle) {
		this.#file = file;
	}

	async add(text: string): Promise<void> {
		const bytes = Buffer.from(text);
		this.#hash.update(bytes);
		await this.#file.writeFile(bytes);
	}

	/** Resolves when all is on the disk. Gives the SHA-256 of the file, in hexadecimal. */
	async finish(): Promise<string> {
		await this.#file.sync();
		return this.#hash.digest('hex');
	}
}

/** As a data block has it. */
export async function compressed(content: string): Promise<string> {
	return (await gzip(content)).toString('base64');
}

/** The one file, under the name ''. */
export async function openCopyFile(path: string): Promise<WrittenFiles> {
	const { size } = await stat(path);
	return {
		files: new Map([['', size]]),
		read: () => createReadStream(path, { highWaterMark: pieceBytes }),
		close: async () => undefined,
	};
}
