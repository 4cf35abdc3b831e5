import { createHash, type Hash } from 'node:crypto';
import { fileError, isErrno } from '#archive/db/file-error.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { BagFinding, BagReport } from '#shared/domain/package.ts';
import { isRefusedSomewhere } from '#shared/text/file-name.ts';
import { isUnsafePath, looseKey } from './bag-path.ts';
import type { BagSource } from './bag-source.ts';
import { type Manifest, readManifests } from './manifests.ts';
import { parseBagInfo } from './tag-files.ts';
import { readTagFile, readTagLines } from './tag-reader.ts';

/** What of a report is about one bag by itself. */
export type CheckedBag = Omit<BagReport, 'isOwn' | 'partCount'>;

export interface CheckOptions {
	signal?: AbortSignal;
	/** Told before each file is read. */
	onFile?(path: string): void;
	/** Only this digest is computed where several are given: enough for a bag that was just written by us. */
	only?: string;
}

/**
 * Checks a bag made by anybody against RFC 8493, and versions 0.93 to 0.97 by its rules as far as they differ. Nothing is
 * fetched, nothing is written, no path is followed that leads outside. Never throws for what is wrong with the bag;
 * `cancelled` on abort.
 */
export async function checkBag(source: BagSource, options: CheckOptions = {}): Promise<CheckedBag> {
	return new BagCheck(source, options).run();
}

class BagCheck {
	readonly #source: BagSource;
	readonly #options: CheckOptions;
	readonly #reasons: BagFinding[];
	readonly #warnings: BagFinding[] = [];
	#version = '';

	constructor(source: BagSource, options: CheckOptions) {
		this.#source = source;
		this.#options = options;
		this.#reasons = [...source.refused];
	}

	async run(): Promise<CheckedBag> {
		await this.#checkDeclaration();
		const payload = [...this.#source.files.keys()].filter((path) => path.startsWith('data/'));
		if (payload.length === 0 && !this.#source.folders.has('data')) this.#refuse('no-payload', 'data');
		const manifests = await readManifests(this.#source, this.#version, {
			refuse: (kind, what) => this.#refuse(kind, what),
			warn: (kind, what) => this.#warn(kind, what),
		});
		const payloadManifests = manifests.filter(({ isOfTags }) => !isOfTags);
		this.#checkComplete(payload, payloadManifests);
		await this.#checkFetch();
		await this.#checkInfo(payload);
		this.#warnOfNames();
		await this.#checkDigests(manifests);
		return {
			reasons: this.#reasons,
			warnings: this.#warnings,
			version: this.#version,
			fileCount: payload.length,
			sizeBytes: this.#sizeOf(payload),
			algorithms: payloadManifests.map(({ algorithm }) => algorithm),
		};
	}

	async #checkDeclaration(): Promise<void> {
		if (!this.#source.files.has('bagit.txt')) return this.#refuse('no-declaration', 'bagit.txt');
		const [first = '', second = '', ...more] = (await readTagLines(this.#source, 'bagit.txt')) ?? [];
		const version = /^BagIt-Version: ?(\d+\.\d+) *$/.exec(first)?.[1];
		const encoding = /^Tag-File-Character-Encoding: ?(\S+) *$/.exec(second)?.[1];
		if (version === undefined || encoding === undefined || more.some((line) => line !== ''))
			return this.#refuse('bad-declaration', 'bagit.txt');
		this.#version = version;
		if (!['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'].includes(version)) this.#refuse('version', version);
		if (encoding.toUpperCase() !== 'UTF-8') this.#refuse('encoding', encoding);
	}

	#checkComplete(payload: readonly string[], manifests: readonly Manifest[]): void {
		if (manifests.length === 0) {
			this.#refuse('no-manifest', 'manifest-*.txt');
			return;
		}
		const listed = new Set(manifests.flatMap(({ digests }) => [...digests.keys()]));
		for (const path of payload) {
			const lacking = manifests.filter(({ digests }) => !digests.has(path));
			if (lacking.length === manifests.length) this.#refuse('unlisted', path);
			else if (lacking[0] && this.#version === '1.0')
				this.#refuse('unlisted-in', `${path} (${lacking.map(({ path }) => path).join(', ')})`);
		}
		for (const path of listed) if (!this.#source.files.has(path)) this.#refuse('missing', path);
	}

	/** Lectern asks no network: what would have to be fetched is missing, and that is said in so many words. */
	async #checkFetch(): Promise<void> {
		if (!this.#source.files.has('fetch.txt')) return;
		const lines = await readTagLines(this.#source, 'fetch.txt');
		if (lines === null) return this.#refuse('unreadable', 'fetch.txt');
		for (const line of lines) {
			const [, path] = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/s.exec(line) ?? [];
			if (path === undefined) this.#refuse('bad-line', `fetch.txt: ${line}`);
			else if (isUnsafePath(path)) this.#refuse('unsafe-path', `fetch.txt: ${path}`);
			else if (!this.#source.files.has(path)) this.#refuse('to-fetch', path);
		}
	}

	async #checkInfo(payload: readonly string[]): Promise<void> {
		if (!this.#source.files.has('bag-info.txt')) return;
		const text = await readTagFile(this.#source, 'bag-info.txt');
		if (text === null) return this.#refuse('unreadable', 'bag-info.txt');
		const { info, bad } = parseBagInfo(text);
		for (const line of bad) this.#warn('bad-info', line);
		const is = `${this.#sizeOf(payload)}.${payload.length}`;
		for (const [label, value] of info)
			if (label.toLowerCase() === 'payload-oxum' && value !== is) this.#refuse('oxum', `${value} ≠ ${is}`);
	}

	#warnOfNames(): void {
		const keys = new Map<string, string>();
		for (const path of this.#source.files.keys()) {
			const other = keys.get(looseKey(path));
			if (other !== undefined) this.#warn('same-on-others', `${other}, ${path}`);
			keys.set(looseKey(path), path);
			if (path.split('/').some(isRefusedSomewhere)) this.#warn('reserved-name', path);
		}
	}

	/** Each file is read once, whatever number of manifests lists it. */
	async #checkDigests(manifests: readonly Manifest[]): Promise<void> {
		const listed = new Set(manifests.flatMap(({ digests }) => [...digests.keys()]));
		for (const path of listed) {
			if (!this.#source.files.has(path)) continue;
			const expected = manifests.flatMap(({ algorithm, digests }) => {
				const digest = digests.get(path);
				return digest === undefined ? [] : [{ algorithm, digest }];
			});
			const { only } = this.#options;
			const asked = expected.filter(({ algorithm }) => algorithm === only);
			await this.#checkFile(path, only !== undefined && asked.length > 0 ? asked : expected);
		}
	}

	async #checkFile(path: string, expected: readonly { algorithm: string; digest: string }[]): Promise<void> {
		this.#options.onFile?.(path);
		const hashes = new Map<string, Hash>(expected.map(({ algorithm }) => [algorithm, createHash(algorithm)]));
		try {
			for await (const bytes of this.#source.read(path)) {
				if (this.#options.signal?.aborted) throw new AppError('cancelled');
				for (const hash of hashes.values()) hash.update(bytes);
			}
		} catch (error) {
			if (error instanceof AppError) throw error;
			// What a library says of it is English, and of the format.
			const said = isErrno((error as NodeJS.ErrnoException).code) ? fileError(path, error).detail.reason : null;
			return this.#refuse('unreadable', said === null ? path : `${path} (${said})`);
		}
		const found = new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.digest('hex')]));
		const wrong = expected.filter(({ algorithm, digest }) => found.get(algorithm) !== digest);
		if (wrong.length > 0) this.#refuse('changed', path);
	}

	#sizeOf(paths: readonly string[]): number {
		return paths.reduce((sum, path) => sum + (this.#source.files.get(path) ?? 0), 0);
	}

	#refuse(kind: BagFinding['kind'], what: string): void {
		this.#reasons.push({ kind, what });
	}

	#warn(kind: BagFinding['kind'], what: string): void {
		this.#warnings.push({ kind, what });
	}
}
