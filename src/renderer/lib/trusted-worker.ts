import { trustedTypesPolicy } from '#shared/api/content-security.ts';
import graphUrl from '../graph-layout/graph-layout.worker.ts?worker&url';
import pagesUrl from '../pages/pages.worker.ts?worker&url';
import parallelUrl from '../parallel/parallel.worker.ts?worker&url';
import searchUrl from '../search/search.worker.ts?worker&url';
import { readingCopy } from './reading-copy.ts';

// TypeScript's DOM types do not know Trusted Types; this is the part that is used.
interface TrustedTypePolicy {
	createScriptURL(url: string): URL;
}
interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedTypePolicy;
}

/** A page that was opened from a disk may start no worker from there: a reading copy has made an address for its source. */
const workerUrls = {
	get search() {
		return readingCopy?.workerUrl('search') ?? searchUrl;
	},
	pages: pagesUrl,
	parallel: parallelUrl,
	get graph() {
		return readingCopy?.workerUrl('graph') ?? graphUrl;
	},
};

export type WorkerName = keyof typeof workerUrls;

let policy: TrustedTypePolicy | undefined;

/** Starts one of the app's workers through the one policy that the CSP allows, and once: it knows their addresses and no other. */
export function startWorker(name: WorkerName): Worker {
	const url = workerUrls[name];
	policy ??= (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(trustedTypesPolicy, {
		createScriptURL(asked) {
			if (!Object.values(workerUrls).includes(asked)) throw new TypeError(asked);
			return asked;
		},
	});
	// Chromium refuses a module whose address was made by a page from a disk.
	return new Worker(policy?.createScriptURL(url) ?? url, { type: readingCopy ? 'classic' : 'module', name });
}
