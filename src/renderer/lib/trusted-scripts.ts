import { trustedTypesPolicy } from '#shared/api/content-security.ts';
import graphUrl from '../graph-layout/graph-layout.worker.ts?worker&url';
import layersUrl from '../map-layers/map-layers.worker.ts?worker&url';
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
	layers: layersUrl,
	parallel: parallelUrl,
	get graph() {
		return readingCopy?.workerUrl('graph') ?? graphUrl;
	},
};

export type WorkerName = keyof typeof workerUrls;

/** The folder of the app's own scripts; a page that was opened from a disk loads none later. */
const ownScripts = import.meta.url.replace(/[^/]*$/, '');

let policy: TrustedTypePolicy | undefined;

/** Through the one policy that the CSP allows, and once: it knows the addresses of the app's own scripts and no other. */
function trusted(url: string): string {
	policy ??= (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(trustedTypesPolicy, {
		createScriptURL(asked) {
			if (!Object.values(workerUrls).includes(asked) && !isOwnScript(asked)) throw new TypeError(asked);
			return asked;
		},
	});
	// The types of the DOM take a text, which the DOM itself would refuse.
	return (policy?.createScriptURL(url) ?? url) as string;
}

function isOwnScript(url: string): boolean {
	return url.startsWith(ownScripts) && /^[\w.-]+\.js$/.test(url.slice(ownScripts.length));
}

/** Starts one of the app's workers. */
export function startWorker(name: WorkerName): Worker {
	// Chromium refuses a module whose address was made by a page from a disk.
	return new Worker(trusted(workerUrls[name]), { type: readingCopy ? 'classic' : 'module', name });
}

type Exports = Readonly<Record<string, unknown>>;

declare global {
	/** What each of the built window's scripts exports, by the name of its file. */
	var lecternScripts: Record<string, Exports> | undefined;
	var lecternImport: typeof importScript;
}

/**
 * What the build makes of `import()` in the window (`scripts/vite-plugins/classic-scripts.ts`): runs one of the app's own
 * scripts, unless it has run, and gives what it exports.
 *
 * @param path as the build writes it, `./NAME.js`
 */
async function importScript(path: string): Promise<Exports | undefined> {
	const url = new URL(path, ownScripts).href;
	const name = url.slice(ownScripts.length);
	// In a reading copy it is in the same file as the first, and has run when that file has.
	await Promise.resolve();
	if (!globalThis.lecternScripts?.[name]) {
		const script = document.createElement('script');
		script.src = trusted(url);
		await new Promise<unknown>((resolve, reject) => {
			script.onload = resolve;
			script.onerror = () => reject(new Error(`cannot load ${name}`));
			document.head.append(script);
		}).finally(() => script.remove());
	}
	return globalThis.lecternScripts?.[name];
}

globalThis.lecternImport = importScript;
