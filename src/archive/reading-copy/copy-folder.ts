import { createHash } from 'node:crypto';
import type { BagSink } from '#archive/packages/bag/bag-sink.ts';
import type { BagSource } from '#archive/packages/bag/bag-source.ts';
import { type Manifest, manifestFile, manifestPart, writeManifest } from '#shared/reading-copy/manifest.ts';
import { partPath, writePart } from '#shared/reading-copy/part-file.ts';
import { sha256Of } from './copy-program.ts';

/** Writes the files of a copy, and keeps their digests for its manifest. */
export class CopyFolder {
	readonly digests = new Map<string, string>();
	readonly #sink: BagSink;

	constructor(sink: BagSink) {
		this.#sink = sink;
	}

	async add(path: string, content: string | Uint8Array): Promise<void> {
		const bytes = typeof content === 'string' ? Buffer.from(content) : content;
		this.digests.set(path, sha256Of(bytes));
		await this.#sink.add(path, [bytes], true);
	}

	async addPart(name: string, content: string): Promise<void> {
		await this.add(partPath(name), writePart(name, content));
	}

	/**
	 * The manifest, for tools, and for the page unless that has one among its encrypted parts. Gives the digest of its text.
	 */
	async finish({ hasOwnManifest = false } = {}): Promise<string> {
		const text = writeManifest(this.digests);
		await this.add(manifestFile, text);
		if (!hasOwnManifest) await this.addPart(manifestPart, text);
		await this.#sink.finish();
		return sha256Of(text);
	}
}

/** What was written, to be read back. */
export type WrittenFiles = Pick<BagSource, 'files' | 'read' | 'close'>;

/** The first file that does not read back as it was written; undefined where all do. */
export async function findChanged(
	source: Pick<WrittenFiles, 'files' | 'read'>,
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
