import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Staging, tooLarge } from '#archive/device/staging.ts';
import { type ErrorCode, toErrorData } from '#shared/domain/app-error.ts';
import { sendJson } from './pages.ts';

const statusOf: Partial<Record<ErrorCode, number>> = { 'unreadable-file': 413, 'disk-full': 507 };

/** Takes the raw body as a file to be added and answers `{ uploadId }`, or `{ error }` as the contract has errors. */
export async function receiveUpload(
	request: IncomingMessage,
	response: ServerResponse,
	staging: Staging,
	limitBytes: number,
): Promise<void> {
	try {
		const upload = { name: fileName(request), limitBytes };
		// Refused before anything is sent, where the browser says how much it is.
		if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge(upload);
		sendJson(response, 201, { uploadId: await staging.receive(request, upload) });
	} catch (error) {
		if (request.destroyed && response.destroyed) return;
		const data = toErrorData(error);
		response.setHeader('connection', 'close');
		sendJson(response, statusOf[data.code] ?? 500, { error: data });
	}
}

/** Header values are Latin-1, so the name comes in URI encoding. */
function fileName({ headers }: IncomingMessage): string {
	const given = String(headers['x-file-name'] ?? '');
	try {
		return decodeURIComponent(given);
	} catch {
		return given;
	}
}
