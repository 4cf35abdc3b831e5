import { createHash } from 'node:crypto';
import { AppError } from '#shared/domain/app-error.ts';
import { encodeBagPath } from './bag-path.ts';
import type { BagSink, Pieces } from './bag-sink.ts';
import { type BagInfo, declaration, formatBagInfo, formatManifest } from './tag-files.ts';

/** RFC 8493 recommends SHA-512; SHA-256 is what the archive names originals by. */
const algorithms = ['sha256', 'sha512'] as const;

interface Listed {
	path: string;
	sizeBytes: number;
	digests: Record<(typeof algorithms)[number], string>;
}

/** Writes a BagIt 1.0 bag, file after file, in constant memory: each is hashed as it passes. */
export class BagWriter {
	readonly #sink: BagSink;
	readonly #signal: AbortSignal;
	readonly #payload: Listed[] = [];
	readonly #tags: Listed[] = [];

	constructor(sink: BagSink, signal: AbortSignal) {
		this.#sink = sink;
		this.#signal = signal;
	}

	/** @param path below `data/`. Gives the SHA-256 of what passed. */
	async addPayload(path: string, pieces: Pieces, isCompressible: boolean): Promise<string> {
		const listed = await this.#write(`data/${path}`, pieces, isCompressible);
		this.#payload.push(listed);
		return listed.digests.sha256;
	}

	/** A file beside the payload. */
	async addTag(path: string, text: string): Promise<void> {
		this.#tags.push(await this.#write(path, [Buffer.from(text)], true));
	}

	/** Writes declaration, description and manifests; gives the SHA-256 of the last one, which stands for the whole bag. */
	async finish(info: BagInfo): Promise<string> {
		const sizeBytes = this.#payload.reduce((sum, file) => sum + file.sizeBytes, 0);
		const oxum = ['Payload-Oxum', `${sizeBytes}.${this.#payload.length}`] as const;
		await this.addTag('bagit.txt', declaration);
		await this.addTag('bag-info.txt', formatBagInfo([...info, oxum]));
		for (const algorithm of algorithms)
			await this.addTag(`manifest-${algorithm}.txt`, manifestOf(this.#payload, algorithm));
		const whole = [...this.#tags];
		let digest = '';
		for (const algorithm of algorithms) {
			const text = manifestOf(whole, algorithm);
			const { digests } = await this.#write(`tagmanifest-${algorithm}.txt`, [Buffer.from(text)], true);
			if (algorithm === 'sha256') digest = digests.sha256;
		}
		await this.#sink.finish();
		return digest;
	}

	async #write(path: string, pieces: Pieces, isCompressible: boolean): Promise<Listed> {
		const hashes = algorithms.map((algorithm) => createHash(algorithm));
		let sizeBytes = 0;
		const signal = this.#signal;
		async function* passing(): AsyncGenerator<Uint8Array> {
			for await (const bytes of pieces) {
				if (signal.aborted) throw new AppError('cancelled');
				for (const hash of hashes) hash.update(bytes);
				sizeBytes += bytes.length;
				yield bytes;
			}
		}
		if (signal.aborted) throw new AppError('cancelled');
		await this.#sink.add(path, passing(), isCompressible);
		const [sha256 = '', sha512 = ''] = hashes.map((hash) => hash.digest('hex'));
		return { path, sizeBytes, digests: { sha256, sha512 } };
	}
}

function manifestOf(files: readonly Listed[], algorithm: (typeof algorithms)[number]): string {
	return formatManifest(files.map(({ path, digests }) => ({ digest: digests[algorithm], path: encodeBagPath(path) })));
}
