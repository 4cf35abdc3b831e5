import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HeldOriginal } from '#archive/host.ts';
import { securityHeaders } from '#shared/api/content-security.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { sendText } from './pages.ts';

/**
 * Sends the bytes as received, for the browser to keep and never to show: in constant memory, and with the last piece
 * held back until all of them have their digest. What has another is broken off, which the browser tells as a failed
 * download.
 */
export async function sendOriginal(response: ServerResponse, original: HeldOriginal | null): Promise<void> {
	if (!original) return sendText(response, 404, 'serve.page.notFound');
	response.writeHead(200, {
		...securityHeaders,
		'content-type': 'application/octet-stream',
		'content-disposition': 'attachment',
		'content-length': original.sizeBytes,
		'cache-control': 'no-store',
	});
	await pipeline(Readable.from(checkedPieces(original)), response);
}

function* checkedPieces({ sha256, pieces }: HeldOriginal): Generator<Uint8Array> {
	const hash = createHash('sha256');
	let held: Uint8Array | null = null;
	for (const piece of pieces) {
		if (held) yield held;
		hash.update(piece);
		held = piece;
	}
	if (hash.digest('hex') !== sha256) throw new AppError('damaged-original', { file: sha256 });
	if (held) yield held;
}
