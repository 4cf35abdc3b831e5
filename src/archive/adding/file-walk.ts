import { isUtf8 } from 'node:buffer';
import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileError } from '#archive/db/file-error.ts';
import { fileBytes } from '#archive/originals/originals-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { RecordFields } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { findRaw, type NamedEntry, readNames } from './raw-names.ts';

/** A file to add, or something in a chosen folder that is not one. */
export interface FoundFile {
	/** On the disk: its own, or that of the file it lies in. With a name that is not UTF-8, as people read it. */
	path: string;
	/** Path below the chosen folder, that folder's name included; for a chosen file its name. Always with '/'. */
	name: string;
	/** When it was looked at; absent where that was not done. */
	sizeBytes?: number;
	/** Its bytes, where it lies in another file, or is not found by a path of letters. */
	content?: { sizeBytes: number; open(): AsyncIterable<Uint8Array> };
	/** Name of the file that it lies in, where that is kept too; on that one, `isUnpacked`. */
	whole?: string;
	isUnpacked?: true;
	/** Name of the recording that it is the transcript of, by its own name: that lies before it in the same job. */
	transcriptOf?: string;
	/** What whoever adds it says of it, over what it says itself. */
	fields?: Partial<Pick<RecordFields, 'title' | 'source'>>;
	/** What the custody log says of the file that it was unpacked from. */
	packedIn?: PackedIn;
	/** Set when it is left out, or cannot be looked at. */
	problem?: 'system-file' | 'not-a-file' | AppError;
}

/** Where an unpacked file lay, as it was written there. A type, since the log takes any set of words and numbers. */
export type PackedIn = {
	/** The file it was in, which need not be kept: its digest is. */
	container: string;
	containerSha256: Sha256;
	/** Its path there. */
	entry: string;
	/** The same in hexadecimal, where the encoding of that path was not stated but guessed. */
	entryBytes?: string;
	/** ISO 8601, with the zone where that is known; '' where it is no date. */
	modified: string;
};

const systemFileNames = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.directory']);

/**
 * The files of a path, in order of name, folders walked to any depth. A symbolic link is followed where it was chosen, but
 * not below, so that a folder from a stranger cannot lead outside itself or round in circles. A device or pipe is no file:
 * reading it may never end. Never throws: a problem is an entry.
 *
 * @param name what the person knows it by
 */
export async function* walkFiles(path: string, name = basename(path)): AsyncGenerator<FoundFile> {
	try {
		const { raw, entry } = await lookUp(path);
		if (entry.isDirectory()) yield* walkFolder(raw, { path, name });
		else if (entry.isFile()) yield await found(raw, { path, name });
		else yield { path, name, problem: noFile(name) };
	} catch (error) {
		yield { path, name, problem: fileError(name, error) };
	}
}

async function lookUp(path: string): Promise<{ raw: Buffer; entry: Stats }> {
	try {
		return { raw: Buffer.from(path), entry: await stat(path) };
	} catch (error) {
		const raw = await findRaw(path);
		if (!raw) throw error;
		return { raw, entry: await stat(raw) };
	}
}

async function* walkFolder(raw: Buffer, { path, name }: FoundFile): AsyncGenerator<FoundFile> {
	let entries: NamedEntry[];
	try {
		entries = await readNames(raw);
	} catch (error) {
		yield { path, name, problem: fileError(name, error) };
		return;
	}
	for (const { raw: inside, name: entryName, entry } of entries) {
		const file = { path: join(path, entryName), name: `${name}/${entryName}` };
		if (entry.isDirectory()) yield* walkFolder(inside, file);
		else if (!entry.isFile()) yield { ...file, problem: 'not-a-file' };
		else if (isSystemFile(entryName)) yield { ...file, problem: 'system-file' };
		else yield await found(inside, file);
	}
}

/** A file whose path is not UTF-8 is known by its bytes alone. */
async function found(raw: Buffer, { path, name }: FoundFile): Promise<FoundFile> {
	// Then Node's functions find it by its path of letters.
	if (isUtf8(raw)) return { path, name };
	try {
		const { size: sizeBytes } = await stat(raw);
		return { path, name, content: { sizeBytes, open: () => readFrom(raw, name) } };
	} catch (error) {
		return { path, name, problem: fileError(name, error) };
	}
}

async function* readFrom(raw: Buffer, name: string): AsyncGenerator<Uint8Array> {
	try {
		yield* fileBytes(raw);
	} catch (error) {
		throw fileError(name, error);
	}
}

function noFile(file: string): AppError {
	return new AppError('unreadable-file', { file, reason: message('import.reason.not-a-file') });
}

/**
 * What programs leave behind: `._name` is how macOS keeps attributes on foreign disks, `~$name` and `.~lock.name#` are how
 * Word and LibreOffice say who has a document open.
 */
export function isSystemFile(fileName: string): boolean {
	return systemFileNames.has(fileName.toLowerCase()) || /^(?:\._|~\$|\.~lock\..*#$)/.test(fileName);
}
