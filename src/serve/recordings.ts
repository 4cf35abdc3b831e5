import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HeldOriginal } from '#archive/host.ts';
import { askedRange, rangeHead } from '#shared/api/byte-range.ts';
import { securityHeaders } from '#shared/api/content-security.ts';
import { isRecording } from '#shared/domain/media-facts.ts';
import { sendText } from './pages.ts';

const pieceBytes = 512 * 1024;

/** Sends what a player asks of a recording, piece by piece; whatever is no recording is not there to be played. */
export async function sendRecording(
	{ headers }: IncomingMessage,
	response: ServerResponse,
	original: HeldOriginal | null,
): Promise<void> {
	if (!original || !isRecording(original.mediaType)) return sendText(response, 404, 'serve.page.notFound');
	const range = askedRange(headers.range ?? null, original.sizeBytes);
	if (!range) return sendText(response, 416, 'serve.page.notFound');
	const { status, headers: own } = rangeHead(range, original, headers.range !== undefined);
	response.writeHead(status, { ...securityHeaders, ...own });
	try {
		await pipeline(Readable.from(piecesOf(original, range)), response);
	} catch (error) {
		// A player that looks for another place leaves the answer that it waits for; that is no fault.
		if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
	}
}

function* piecesOf(original: HeldOriginal, { start, end }: { start: number; end: number }): Generator<Uint8Array> {
	for (let at = start; at < end; at += pieceBytes) yield original.read(at, Math.min(pieceBytes, end - at));
}
