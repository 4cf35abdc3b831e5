import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { HeldOriginal } from '#archive/host.ts';
import { answerRange, piecesOf } from '#shared/api/byte-range.ts';
import { securityHeaders } from '#shared/api/content-security.ts';
import { isRecording } from '#shared/domain/media-facts.ts';
import { sendText } from './pages.ts';

/** Sends what a player asks of a recording, piece by piece; whatever is no recording is not there to be played. */
export async function sendRecording(
	{ headers }: IncomingMessage,
	response: ServerResponse,
	original: HeldOriginal | null,
): Promise<void> {
	if (!original || !isRecording(original.mediaType)) return sendText(response, 404, 'serve.page.notFound');
	const { status, headers: own, range } = answerRange(headers.range ?? null, original);
	response.writeHead(status, { ...securityHeaders, ...own });
	if (!range) return void response.end();
	try {
		await pipeline(Readable.from(piecesOf(range, (offset, length) => original.read(offset, length))), response);
	} catch (error) {
		// A player that looks for another place leaves the answer that it waits for; that is no fault.
		if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
	}
}
