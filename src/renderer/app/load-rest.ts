import type * as Rest from './rest.ts';

let rest: Promise<typeof Rest> | undefined;

/** Loads what the first page has no use for; again, should it have failed. */
export function loadRest(): Promise<typeof Rest> {
	rest ??= import('./rest.ts').catch((error: unknown) => {
		rest = undefined;
		throw error;
	});
	return rest;
}
