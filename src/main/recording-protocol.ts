import type { MessagePortMain } from 'electron';
import { askedRange, rangeHead } from '#shared/api/byte-range.ts';
import { type ArchiveConnection, createConnection } from '#shared/api/client.ts';
import { securityHeaders } from '#shared/api/content-security.ts';
import { recordingDigest } from '#shared/api/recording-address.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { isRecording } from '#shared/domain/media-facts.ts';

/** Bytes that are asked of the archive at once: what is in memory of a recording of any length. */
const pieceBytes = 512 * 1024;

/** Answers requests for recordings with their bytes, piece by piece as the player takes them, and for nothing else. */
export function recordingAnswers(connect: () => MessagePortMain): (request: Request) => Promise<Response> {
	let connection: ArchiveConnection | null = null;

	function calls(): ArchiveConnection['calls'] {
		connection ??= createConnection(mainChannel(connect(), () => (connection = null)));
		return connection.calls;
	}

	return async ({ url, method, headers }) => {
		const sha256 = method === 'GET' ? recordingDigest(new URL(url).pathname) : null;
		if (!sha256) return refusal(404);
		try {
			const original = await calls().originals.describe({ sha256 });
			if (!isRecording(original.mediaType)) return refusal(404);
			const asked = headers.get('range');
			const range = askedRange(asked, original.sizeBytes);
			if (!range) return refusal(416);
			const { status, headers: own } = rangeHead(range, original, asked !== null);
			const body = piecesOf(range, (offset, length) => calls().originals.readRange({ sha256, offset, length }));
			return new Response(body, { status, headers: { ...securityHeaders, ...own, ...fromElsewhere } });
		} catch (error) {
			return refusal(error instanceof AppError && error.code === 'not-found' ? 404 : 500);
		}
	};
}

/** The page has another scheme, and takes nothing from another origin that does not allow it. */
const fromElsewhere = { 'cross-origin-resource-policy': 'cross-origin' };

function refusal(status: number): Response {
	return new Response(null, { status, headers: { ...securityHeaders, ...fromElsewhere } });
}

function piecesOf(
	{ start, end }: { start: number; end: number },
	read: (offset: number, length: number) => Promise<Uint8Array>,
): ReadableStream<Uint8Array> {
	let at = start;
	return new ReadableStream(
		{
			async pull(stream) {
				const piece = at < end ? await read(at, Math.min(pieceBytes, end - at)) : null;
				if (!piece) return stream.close();
				at += piece.length;
				stream.enqueue(piece);
			},
		},
		{ highWaterMark: 1 },
	);
}

function mainChannel(port: MessagePortMain, onClosed: () => void) {
	port.start();
	port.on('close', onClosed);
	return {
		send: (message: unknown) => port.postMessage(message),
		onMessage: (listener: (message: unknown) => void) => port.on('message', ({ data }) => listener(data)),
		onClose: (listener: () => void) => port.on('close', listener),
	};
}
