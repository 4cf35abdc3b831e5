import { statfs } from 'node:fs/promises';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

/** `f_type` of FAT, which takes no file of 4 GB (statfs(2)). */
const fatType = 0x4d44;
const fatLargestBytes = 2 ** 32 - 1;

/** What a medium takes; null where that is not known. */
export interface TargetLimits {
	freeBytes: number | null;
	/** Of one file. */
	largestFileBytes: number | null;
}

/** Of the medium that a folder lies on. Throws what the system says of a folder that is not there. */
export async function limitsOf(folder: string): Promise<TargetLimits> {
	const { type, bavail, bsize } = await statfs(folder);
	return {
		// Some network file systems say 0 for what they do not know.
		freeBytes: bavail > 0 ? bavail * bsize : null,
		largestFileBytes: type === fatType ? fatLargestBytes : null,
	};
}

/** Throws invalid-input or disk-full, with the way out, where the medium cannot hold so many bytes. */
export function refuseBeyond(
	{ freeBytes, largestFileBytes }: TargetLimits,
	{ sizeBytes, largestBytes }: { sizeBytes: number; largestBytes: number },
	reason: 'package.reason.fat' | 'backup.reason.fat',
): void {
	if (largestFileBytes !== null && largestBytes > largestFileBytes)
		throw new AppError('invalid-input', { reason: message(reason) });
	if (freeBytes !== null && freeBytes < sizeBytes) throw new AppError('disk-full');
}
