import type { Sha256 } from '../domain/ids.ts';

/** Scheme by which the desktop window plays recordings: the app's own has no way to answer piece by piece. */
export const recordingScheme = 'recording';
/** Where the browser edition has them, below its own origin. */
const recordingPath = '/recordings/';

/** Where a page finds a recording to play. */
export function recordingAddress(sha256: Sha256, isDesktop: boolean): string {
	return isDesktop ? `${recordingScheme}://lectern${recordingPath}${sha256}` : `${recordingPath}${sha256}`;
}

/** The digest that a path names a recording by; null for any other path. */
export function recordingDigest(pathname: string): Sha256 | null {
	const digest = pathname.startsWith(recordingPath) ? pathname.slice(recordingPath.length) : '';
	return /^[0-9a-f]{64}$/.test(digest) ? (digest as Sha256) : null;
}
