import { statfs } from 'node:fs/promises';
import { basename } from 'node:path';
import { largestFileBytesIn } from '#archive/db/largest-file.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

/** What a medium takes; null where that is not known. */
export interface TargetLimits {
	freeBytes: number | null;
	/** Of one file. */
	largestFileBytes: number | null;
}

/** Of the medium that a folder lies on. Throws what the system says of a folder that is not there. */
export async function limitsOf(folder: string): Promise<TargetLimits> {
	const { bavail, bsize } = await statfs(folder);
	return {
		// Some network file systems say 0 for what they do not know.
		freeBytes: bavail > 0 ? bavail * bsize : null,
		largestFileBytes: largestFileBytesIn(folder),
	};
}

/** Throws disk-full where there is no room for so many bytes of this file. */
export function refuseFull({ freeBytes }: TargetLimits, sizeBytes: number, path: string): void {
	if (freeBytes !== null && freeBytes < sizeBytes) throw new AppError('disk-full', { file: basename(path) });
}

/** Throws disk-full, and invalid-input with the way out, where the medium does not take one file of so many bytes. */
export function refuseFile(limits: TargetLimits, sizeBytes: number, path: string): void {
	if (limits.largestFileBytes !== null && sizeBytes > limits.largestFileBytes)
		throw new AppError('invalid-input', { reason: message('backup.reason.fat') });
	refuseFull(limits, sizeBytes, path);
}
