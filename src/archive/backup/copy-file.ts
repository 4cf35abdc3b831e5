import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { closeWritten, createFile, makeSingleFile, openForReading } from '#archive/db/archive-file.ts';
import type { ArchiveKey } from '#archive/db/archive-key.ts';
import { removeWithSidecars } from '#archive/db/broken-off.ts';
import { writeRows } from '#archive/db/copy-rows.ts';
import { syncFile } from '#archive/db/sync.ts';
import { unwritableDatabase } from '#archive/db/unwritable.ts';
import { checkCopy } from '#archive/snapshots/check-copy.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { BackupProgress } from './backup-progress.ts';
import { toldOfPassingCopy } from './passing-copy.ts';

/** The archive's own file as it was when the backup began. */
export interface CopiedFile {
	sizeBytes: number;
	pieces(): AsyncIterable<Uint8Array>;
}

/** Copies a file that is encrypted already byte for byte, reads the copy back, and reads every original in it. */
export async function copyEncrypted(
	file: CopiedFile,
	{ partial, key }: { partial: string; key: ArchiveKey },
	progress: BackupProgress,
	signal: AbortSignal,
): Promise<void> {
	const written = await writePieces(file, partial, progress, signal);
	await toldByName(partial, async () => {
		await compare(partial, written, file.sizeBytes, progress, signal);
		makeSingleFile(partial, key);
		await readOriginals(partial, key, progress, signal);
	});
}

/**
 * Writes every row of an archive that is not encrypted into a file that is, and compares them. What is written is taken
 * from a copy beside the archive, where it can be read as the archive itself can, and never on the other medium.
 *
 * @param target.aside where that copy lies for as long as it is needed; null for an archive that nobody writes to
 */
export async function encryptPlain(
	file: CopiedFile,
	{ partial, key, aside, source }: { partial: string; key: ArchiveKey; aside: string | null; source: string },
	progress: BackupProgress,
	signal: AbortSignal,
): Promise<void> {
	try {
		if (aside !== null) {
			await toldOfPassingCopy(source, async () => {
				await writePieces(file, aside, progress, signal);
				makeSingleFile(aside, null);
			});
		}
		await toldByName(partial, async () => {
			closeWritten(createFile(partial, key));
			const onProgress = progress.begin(message('backup.writing'));
			await writeRows({ path: partial, key }, { path: aside ?? source, key: null }, { signal, onProgress });
		});
	} finally {
		if (aside !== null) removeWithSidecars(aside);
	}
	await toldByName(partial, () => readOriginals(partial, key, progress, signal));
}

/** What goes wrong with the copy is told of it: the archive, which was read before or is read beside it, is not at fault. */
async function toldByName(partial: string, work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		throw unwritableDatabase(partial, error);
	}
}

/** Gives the digest of what was written. */
async function writePieces(
	{ sizeBytes, pieces }: CopiedFile,
	path: string,
	progress: BackupProgress,
	signal: AbortSignal,
): Promise<string> {
	const onBytes = progress.begin(message('backup.writing'));
	const hash = createHash('sha256');
	const target = await open(path, 'wx', 0o600);
	try {
		let done = 0;
		for await (const piece of pieces()) {
			signal.throwIfAborted();
			hash.update(piece);
			await target.writeFile(piece);
			done += piece.length;
			onBytes(done, sizeBytes);
		}
	} finally {
		await target.close();
	}
	syncFile(path);
	return hash.digest('hex');
}

async function compare(
	path: string,
	written: string,
	sizeBytes: number,
	progress: BackupProgress,
	signal: AbortSignal,
): Promise<void> {
	const onBytes = progress.begin(message('backup.verifying'));
	const hash = createHash('sha256');
	let done = 0;
	for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
		signal.throwIfAborted();
		hash.update(piece as Uint8Array);
		done += (piece as Uint8Array).length;
		onBytes(done, sizeBytes);
	}
	if (hash.digest('hex') !== written)
		throw new AppError('unwritable-file', { file: basename(path), reason: message('backup.reason.differs') });
}

async function readOriginals(
	path: string,
	key: ArchiveKey,
	progress: BackupProgress,
	signal: AbortSignal,
): Promise<void> {
	const onOriginals = progress.begin(message('backup.verifying'));
	onOriginals(0, 1);
	await checkCopy(openForReading(path, key), { signal, onOriginal: onOriginals });
	onOriginals(1, 1);
}
