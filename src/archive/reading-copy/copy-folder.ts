import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BagSink } from '#archive/packages/bag/bag-sink.ts';
import type { BagSource } from '#archive/packages/bag/bag-source.ts';
import { openFolder } from '#archive/packages/bag/folder-source.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type Manifest, manifestFile, manifestPart, writeManifest } from '#shared/reading-copy/manifest.ts';
import { partPath, writePart } from '#shared/reading-copy/part-file.ts';

/** Writes the files of a copy, and keeps their digests for its manifest. */
export class CopyFolder {
	readonly digests = new Map<string, string>();
	readonly #sink: BagSink;

	constructor(sink: BagSink) {
		this.#sink = sink;
	}

	async add(path: string, bytes: Uint8Array): Promise<void> {
		this.digests.set(path, createHash('sha256').update(bytes).digest('hex'));
		await this.#sink.add(path, [bytes], true);
	}

	async addPart(name: string, content: string): Promise<void> {
		await this.add(partPath(name), Buffer.from(writePart(name, content)));
	}

	/** The manifest, for tools and for the page. Gives the digest by which the copy is known again. */
	async finish(): Promise<string> {
		const text = writeManifest(this.digests);
		await this.add(manifestFile, Buffer.from(text));
		await this.addPart(manifestPart, text);
		await this.#sink.finish();
		return this.digests.get(manifestFile) ?? '';
	}
}

/** The files of the program as the build laid them down, by their paths. Throws unexpected where there was no build. */
export async function readProgram(folder: string): Promise<Map<string, Uint8Array>> {
	const { files } = await openFolder(folder).catch(() => ({ files: new Map<string, number>() }));
	if (!files.has('app/copy.js')) throw new AppError('unexpected', { reason: `${folder} is not built` });
	const program = new Map<string, Uint8Array>();
	for (const path of [...files.keys()].sort()) program.set(path, await readFile(join(folder, path)));
	return program;
}

/** The first file that does not read back as it was written; undefined where all do. */
export async function findChanged(
	source: BagSource,
	digests: Manifest,
	onFile: () => void,
): Promise<string | undefined> {
	for (const [path, digest] of digests) {
		if (!source.files.has(path)) return path;
		const hash = createHash('sha256');
		for await (const bytes of source.read(path)) hash.update(bytes);
		if (hash.digest('hex') !== digest) return path;
		onFile();
	}
	return undefined;
}
