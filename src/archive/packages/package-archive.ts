import { createHash } from 'node:crypto';
import { createScratch } from '#archive/db/archive-file.ts';
import type { Connection } from '#archive/db/connection.ts';
import { type StampedTable, stampedTables } from '#archive/db/stamped-tables.ts';
import { OtherArchive } from '#archive/merge/other-archive.ts';
import { derivedId } from '#shared/domain/ids.ts';
import type { BagSource } from './bag/bag-source.ts';
import { parseBagInfo } from './bag/tag-files.ts';
import { readTagFile } from './bag/tag-reader.ts';
import { packageVersion } from './package-contents.ts';
import { readCustody } from './packaged-custody.ts';
import { slicePath } from './parts/cut-files.ts';
import { readRows } from './rows/read-rows.ts';
import { insertBeginning, insertFirstChanges } from './rows/scratch-repository.ts';
import { rowsPath } from './rows/table-fates.ts';

/** Whether a bag says of itself that Lectern wrote it, in a form that is known here. */
export async function isOwnPackage(source: BagSource): Promise<boolean> {
	if (!source.files.has('bag-info.txt') || !source.files.has(`data/${rowsPath('archive')}`)) return false;
	const { info } = parseBagInfo((await readTagFile(source, 'bag-info.txt')) ?? '');
	return info.some(([label, value]) => label === 'Lectern-Package-Version' && value === packageVersion);
}

export interface ReadingOptions {
	/** It was encrypted: nothing of it may touch the disk. */
	isSecret: boolean;
	signal?: AbortSignal | undefined;
}

export interface PackageArchiveOptions extends ReadingOptions {
	/** As the person knows it. */
	file: string;
}

/** What a package of Lectern's holds, read into an archive that is nowhere but here. */
export interface ReadPackage {
	scratch: Connection;
	/** The bytes of an original, in order; nothing where the package has none. */
	bytesOf(sha256: string): AsyncIterable<Uint8Array>;
	/** Closes the bag too. */
	close(): void;
}

/** Reads all but the bytes of originals. The bag must have been found valid; it stays open until what is given is closed. */
export async function readPackage(source: BagSource, { isSecret, signal }: ReadingOptions): Promise<ReadPackage> {
	const scratch = createScratch(isSecret ? ':memory:' : '');
	try {
		const locations = await readRows(source, scratch, signal);
		await readCustody(source, scratch);
		return {
			scratch,
			bytesOf: (sha256) => bytesAt(source, locations.get(sha256)),
			close() {
				scratch.close();
				void source.close();
			},
		};
	} catch (error) {
		scratch.close();
		throw error;
	}
}

/**
 * A package of Lectern's as an archive that can be merged. One with its history is as good as a copy of the archive. One
 * without brings what is not here yet, and what is here stays as it is: who had seen what cannot be known of it. The bag
 * must have been found valid; closing what is given closes it.
 */
export async function openPackageArchive(
	source: BagSource,
	{ file, ...options }: PackageArchiveOptions,
): Promise<OtherArchive> {
	const { scratch, bytesOf, close } = await readPackage(source, options);
	try {
		const hasHistory = source.files.has(`data/${rowsPath('changes')}`);
		if (!hasHistory) await writeBeginnings(source, scratch);
		return new OtherArchive(scratch, file, { bringsOnlyNew: !hasHistory, bytesOf, close });
	} catch (error) {
		scratch.close();
		throw error;
	}
}

/** Rows without a history are as if they had shipped with the project: all have seen them, and any change goes before. */
async function writeBeginnings(source: BagSource, scratch: Connection): Promise<void> {
	const manifest = (await readTagFile(source, 'manifest-sha256.txt')) ?? '';
	const stepId = derivedId('package', createHash('sha256').update(manifest).digest('hex'));
	const created = scratch.get<{ at: string }>('SELECT created_at AS at FROM archive')?.at ?? '';
	insertBeginning(scratch, stepId, created);
	for (const table of Object.keys(stampedTables) as StampedTable[])
		if (table !== 'kept_wordings') insertFirstChanges(scratch, table, stepId);
}

/** Nothing where the bag has no such file: what says so is then not the original that it was to be. */
async function* bytesAt(source: BagSource, path: string | undefined): AsyncGenerator<Uint8Array> {
	if (path === undefined) return;
	if (source.files.has(path)) return yield* source.read(path);
	const slice = (number: number) => `data/${slicePath(path.slice('data/'.length), number)}`;
	for (let number = 1; source.files.has(slice(number)); number += 1) yield* source.read(slice(number));
}
