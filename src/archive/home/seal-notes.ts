import { basename } from 'node:path';
import { unwritable } from '#archive/db/unwritable.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import { AgeFile } from '#archive/packages/encryption/age-file.ts';
import { PackageEncryption } from '#archive/packages/encryption/encrypt.ts';
import { digestOfFile } from '#archive/packages/file-digest.ts';
import { PackageTarget } from '#archive/packages/package-target.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

export interface NotesToSeal {
	path: string;
	recipient: string;
	replaces: boolean;
	/** Of the file of notes, whole. */
	text: string;
}

/**
 * Writes notes as an age file for one recipient and reads it back, by the key of the file that nobody keeps; gives its
 * SHA-256. Until then nothing has that name. Throws what a package does that is written.
 */
export async function sealNotes(run: JobRun, { path, recipient, replaces, text }: NotesToSeal): Promise<string> {
	const encryption = new PackageEncryption({ recipients: [recipient] });
	const target = new PackageTarget({ path, form: 'encrypted', replaces, encryption });
	const bytes = Buffer.from(text);
	await target.check({ sizeBytes: bytes.length });
	try {
		await target.write(only(bytes));
		run.signal.throwIfAborted();
		await compare(target.partial, bytes, encryption);
		const digest = await digestOfFile(target.partial, run.signal);
		await target.keep();
		return digest;
	} catch (error) {
		await target.discard();
		if (run.signal.aborted) throw new AppError('cancelled');
		throw unwritable(path, error);
	}
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

async function compare(path: string, bytes: Buffer, { fileKey }: PackageEncryption): Promise<void> {
	const file = await AgeFile.open(path, [{ unwrapFileKey: () => fileKey }]);
	try {
		if (bytes.equals(await file.readAll(path))) return;
	} finally {
		await new Promise<void>((resolve) => file.close(() => resolve()));
	}
	throw new AppError('unwritable-file', { file: basename(path), reason: message('backup.reason.differs') });
}
