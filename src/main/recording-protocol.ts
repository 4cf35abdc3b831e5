import type { MessagePortMain } from 'electron';
import { answerRange, piecesOf } from '#shared/api/byte-range.ts';
import { type ArchiveConnection, createConnection } from '#shared/api/client.ts';
import { securityHeaders } from '#shared/api/content-security.ts';
import { recordingDigest } from '#shared/api/recording-address.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { isRecording } from '#shared/domain/media-facts.ts';

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
			const { status, headers: own, range } = answerRange(headers.get('range'), original);
			const read = (offset: number, length: number) => calls().originals.readRange({ sha256, offset, length });
			const body = range && streamOf(piecesOf(range, read));
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

function streamOf(pieces: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
	return new ReadableStream(
		{
			async pull(stream) {
				const { value } = await pieces.next();
				if (value) stream.enqueue(value);
				else stream.close();
			},
			async cancel() {
				await pieces.return();
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
