import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mediaTypeOf, securityHeaders } from '#shared/api/content-security.ts';
import { staticPathParts } from '#shared/api/static-path.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';

/**
 * A browser has other pages, which must not reach this one. The desktop has none, and there the policy would cost a
 * second process at every start (docs/decisions/0007).
 */
const browserHeaders = { ...securityHeaders, 'cross-origin-opener-policy': 'same-origin' };

/** Sends one of the renderer's own files; what is not one of them is not found. */
export async function sendStaticFile(response: ServerResponse, folder: string, pathname: string): Promise<void> {
	const parts = staticPathParts(pathname);
	const path = parts && join(folder, ...parts);
	const sizeBytes = path && (await fileSize(path));
	if (!path || sizeBytes === null || sizeBytes === '') return sendText(response, 404, 'serve.page.notFound');
	response.writeHead(200, {
		...browserHeaders,
		'content-type': mediaTypeOf(path),
		'content-length': sizeBytes,
		// The names of all files but the page hold a digest of their content.
		'cache-control': path.endsWith('.html') ? 'no-store' : 'private, max-age=31536000, immutable',
	});
	await pipeline(createReadStream(path), response);
}

/** A plain sentence instead of a page. */
export function sendText(response: ServerResponse, status: number, key: MessageKey): void {
	response
		.writeHead(status, { ...browserHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
		.end(`${message(key)}\n`);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
	response
		.writeHead(status, {
			...browserHeaders,
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'no-store',
		})
		.end(JSON.stringify(value));
}

async function fileSize(path: string): Promise<number | null> {
	try {
		const found = await stat(path);
		return found.isFile() ? found.size : null;
	} catch {
		// Not there: that is all that the one who asked may learn.
		return null;
	}
}
