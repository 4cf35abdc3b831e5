import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

/** Who has an archive open for writing; lies beside it so that a second opener can say so. */
export interface LockHolder {
	host: string;
	process: number;
	/** ISO 8601 UTC. */
	since: string;
	/** Path of the last verified snapshot, which a second opener may read; null while there is none. */
	snapshotPath: string | null;
}

/**
 * Says who holds the archive. The lock itself is SQLite's, which no crash leaves behind; this file only names the
 * holder, so a stale one is simply written over.
 */
export function writeLockFile(archivePath: string, since: string, snapshotPath: string | null): void {
	const holder: LockHolder = { host: hostname(), process: process.pid, since, snapshotPath };
	writeFileSync(lockPathOf(archivePath), `${JSON.stringify(holder)}\n`);
}

export function removeLockFile(archivePath: string): void {
	rmSync(lockPathOf(archivePath), { force: true });
}

/** The refusal that names who has the archive open. @param file as the person knows it */
export function lockedBy(archivePath: string, file = basename(archivePath)): AppError {
	const holder = readLockFile(archivePath);
	return new AppError('archive-locked', {
		file,
		holder: holder?.host ?? message('archive.unknownHolder'),
		since: holder?.since ?? message('archive.unknownTime'),
	});
}

/** Whether a program that still runs on this machine said that it has the archive open. */
export function isInUse(archivePath: string): boolean {
	const holder = readLockFile(archivePath);
	if (holder?.host !== hostname()) return false;
	try {
		process.kill(holder.process, 0);
		return true;
	} catch {
		return false;
	}
}

/** Null when there is no lock file, or none that can be understood. */
export function readLockFile(archivePath: string): LockHolder | null {
	try {
		const holder: unknown = JSON.parse(readFileSync(lockPathOf(archivePath), 'utf8'));
		return isLockHolder(holder) ? holder : null;
	} catch {
		return null;
	}
}

function isLockHolder(value: unknown): value is LockHolder {
	const { host, since, snapshotPath } = (value ?? {}) as Record<string, unknown>;
	return (
		typeof host === 'string' && typeof since === 'string' && (snapshotPath === null || typeof snapshotPath === 'string')
	);
}

function lockPathOf(archivePath: string): string {
	return `${archivePath}.lock`;
}
