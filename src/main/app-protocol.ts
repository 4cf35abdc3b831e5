import { statSync } from 'node:fs';
import { join } from 'node:path';
import { protocol } from 'electron';
import { mediaTypeOf, securityHeaders } from '#shared/api/content-security.ts';
import { recordingScheme } from '#shared/api/recording-address.ts';
import { staticPathParts } from '#shared/api/static-path.ts';
import type { ArchiveSupervisor } from './archive-supervisor.ts';

/** Origin of the window's page. A scheme of our own has none of the rights that file:// has. */
export const appOrigin = 'app://lectern';

const fileNotFound = -6;

/** To be called before the app is ready. */
export function registerAppScheme(): void {
	protocol.registerSchemesAsPrivileged([
		{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
		{ scheme: recordingScheme, privileges: { standard: true, secure: true, stream: true } },
	]);
}

/**
 * Answers requests below `app://lectern/` with the renderer's own files, and nothing else.
 *
 * Subtle: by the older of Electron's two ways. It names a file that Chromium then reads by itself; with
 * `protocol.handle` every byte goes through JavaScript, and the first request waits until Node has loaded its `fetch`
 * (docs/decisions/0007).
 */
export function serveApp(rendererFolder: string): void {
	protocol.registerFileProtocol('app', ({ url, method }, answer) => {
		const { host, pathname } = new URL(url);
		const parts = host === 'lectern' && method === 'GET' ? staticPathParts(pathname) : null;
		const path = parts && join(rendererFolder, ...parts);
		if (!path || !isFile(path)) return answer({ error: fileNotFound });
		answer({ path, headers: { ...securityHeaders, 'content-type': mediaTypeOf(path) } });
	});
}

/**
 * Answers requests for recordings, piece by piece, which the older way cannot. What it takes is loaded with the first one:
 * no start waits for it.
 */
export function serveRecordings({ connect }: Pick<ArchiveSupervisor, 'connect'>): void {
	const loading = lazily(async () =>
		(await import('./recording-protocol.ts')).recordingAnswers(() => connect('recordings')),
	);
	protocol.handle(recordingScheme, async (request) => (await loading())(request));
}

function lazily<T>(load: () => Promise<T>): () => Promise<T> {
	let loaded: Promise<T> | null = null;
	return () => (loaded ??= load());
}

function isFile(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
