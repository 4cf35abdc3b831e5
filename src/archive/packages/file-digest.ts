import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '#shared/domain/app-error.ts';

/** SHA-256 of a whole file, in hexadecimal. Throws what the system says, and `cancelled`. */
export async function digestOfFile(path: string, signal?: AbortSignal): Promise<string> {
	const hash = createHash('sha256');
	for await (const bytes of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
		if (signal?.aborted) throw new AppError('cancelled');
		hash.update(bytes as Uint8Array);
	}
	return hash.digest('hex');
}
