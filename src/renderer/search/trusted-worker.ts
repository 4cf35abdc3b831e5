import { trustedTypesPolicy } from '#shared/api/content-security.ts';
import workerUrl from './search.worker.ts?worker&url';

// TypeScript's DOM types do not know Trusted Types; this is the part that is used.
interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): URL };
}

/** Starts the search worker through the one policy that the CSP allows: it knows this one address and no other. */
export function startSearchWorker(): Worker {
	const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
	const policy = trusted?.createPolicy(trustedTypesPolicy, {
		createScriptURL(url) {
			if (url !== workerUrl) throw new TypeError(url);
			return url;
		},
	});
	return new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'search' });
}
