import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { SealState, Watched } from '#shared/api/copy-bridge.ts';
import { type Manifest, manifestPart, readManifest } from '#shared/reading-copy/manifest.ts';
import { partPath, writePart } from '#shared/reading-copy/part-file.ts';
import type { PartLoader } from './parts/part-loader.ts';
import { createChanging } from './watched.ts';

export interface Seal {
	readonly state: Watched<SealState>;
	/** Reads what the parts are to be compared with. */
	open(): void;
	/** A part was read for another reason: while parts are compared, it is too. What was read before is read once more. */
	see(name: string, content: string): void;
	/** Reads and compares every part that was not compared yet. */
	check(): void;
}

/** Bytes hashed before the page gets its turn, where the browser has no hashing of its own for files. */
const sliceBytes = 1 << 18;
/** Program files, which no page can read back; `sha256sum -c` compares them. */
const programFiles = /^(?:index\.html|README\.txt|app\/(?:app\.css|fonts\.css|app\.js|copy\.js))$/;

/** Compares what the copy holds with the digests that were written with it: finds damage, not a forger. */
export function createSeal(loader: () => Pick<PartLoader, 'load'>): Seal {
	const state = createChanging<SealState>({ digest: '', checked: 0, total: 0, isChecking: false, changed: [] });
	const seen = new Set<string>();
	/** Read and not compared yet. */
	let waiting: { name: string; content: string }[] = [];
	let comparing = Promise.resolve();
	let hasBegun = false;
	let manifest: Promise<Manifest> | null = null;

	function readOwnManifest(): Promise<Manifest> {
		if (manifest) return manifest;
		const reading = loader().load(manifestPart).then(takeManifest);
		// A part that could not be had may be there when it is asked for again.
		reading.catch(() => {
			if (manifest === reading) manifest = null;
		});
		manifest = reading;
		return reading;
	}

	async function takeManifest(text: string): Promise<Manifest> {
		const read = readManifest(text);
		const parts = [...read.keys()].filter((path) => !programFiles.test(path));
		const digest = await digestOf(text);
		const changed = state.get().changed.filter((path) => path !== partPath(manifestPart));
		state.change({ digest, total: parts.length, changed });
		return new Map(parts.map((path) => [path, read.get(path) ?? '']));
	}

	/** Null where it cannot be had: then it is what is not whole, and nothing else can be told. */
	async function ownManifest(): Promise<Manifest | null> {
		return readOwnManifest().catch(() => {
			state.change({ changed: [partPath(manifestPart)] });
			return null;
		});
	}

	async function compare(name: string, content: string, digests: Manifest): Promise<void> {
		const expected = digests.get(partPath(name));
		settle(partPath(name), expected !== undefined && expected === (await digestOf(writePart(name, content))));
	}

	function settle(path: string, isWhole: boolean): void {
		const { checked, changed } = state.get();
		state.change({ checked: checked + 1, ...(!isWhole && { changed: [...changed, path].sort() }) });
	}

	function see(name: string, content: string): void {
		// Kept until the first check, all that was read would be in memory twice.
		if (!hasBegun || name === manifestPart || seen.has(name)) return;
		seen.add(name);
		waiting.push({ name, content });
		void compareWaiting();
	}

	/** One after the other: whoever waits for it waits for what another call has taken too. */
	function compareWaiting(): Promise<void> {
		comparing = comparing.then(compareTaken);
		return comparing;
	}

	async function compareTaken(): Promise<void> {
		const digests = await ownManifest();
		if (!digests) return;
		const now = waiting;
		waiting = [];
		for (const { name, content } of now) {
			await compare(name, content, digests);
			await turn();
		}
	}

	async function checkAll(): Promise<void> {
		await compareWaiting();
		for (const path of (await ownManifest())?.keys() ?? []) {
			const name = path.replace(/\.js$/, '');
			if (seen.has(name)) continue;
			await loader()
				.load(name)
				.catch(() => {
					seen.add(name);
					settle(path, false);
				});
			await compareWaiting();
		}
	}

	return {
		state,
		open: () => void readOwnManifest().catch(() => undefined),
		see,
		check() {
			if (state.get().isChecking) return;
			hasBegun = true;
			// Asked once more: from the disk again, all of it.
			if (state.get().checked >= state.get().total && state.get().total > 0) {
				seen.clear();
				state.change({ checked: 0, changed: [] });
			}
			state.change({ isChecking: true });
			void checkAll().finally(() => state.change({ isChecking: false }));
		},
	};
}

/** By the browser, where it lets a page that was opened from a disk; some do not. */
async function digestOf(text: string): Promise<string> {
	const bytes = new TextEncoder().encode(text);
	if (globalThis.crypto.subtle) return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
	const hash = sha256.create();
	for (let start = 0; start < bytes.length; start += sliceBytes) {
		hash.update(bytes.subarray(start, start + sliceBytes));
		await turn();
	}
	return bytesToHex(hash.digest());
}

/** Lets the page have its turn. */
function turn(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
