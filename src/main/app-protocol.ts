import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { mediaTypeOf, securityHeaders } from '#shared/api/content-security.ts';
import { staticPathParts } from '#shared/api/static-path.ts';

/** Origin of the window's page. A scheme of our own has none of the rights that file:// has. */
export const appOrigin = 'app://lectern';

/** To be called before the app is ready. */
export function registerAppScheme(): void {
	protocol.registerSchemesAsPrivileged([
		{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
	]);
}

/** Answers requests below `app://lectern/` with the renderer's own files, and nothing else. */
export function serveApp(rendererFolder: string): void {
	protocol.handle('app', async (request) => {
		const url = new URL(request.url);
		const parts = url.host === 'lectern' && request.method === 'GET' ? staticPathParts(url.pathname) : null;
		const body = parts && (await readOwnFile(join(rendererFolder, ...parts)));
		if (!parts || !body) return new Response(null, { status: 404, headers: securityHeaders });
		return new Response(new Uint8Array(body), {
			headers: { ...securityHeaders, 'content-type': mediaTypeOf(parts.at(-1) ?? '') },
		});
	});
}

async function readOwnFile(path: string): Promise<Buffer | null> {
	try {
		return await readFile(path);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'EISDIR') return null;
		throw error;
	}
}
