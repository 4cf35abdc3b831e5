import type { Identity } from 'age-encryption';
import { AppError } from '#shared/domain/app-error.ts';
import { directoryLengthBytes, isSealedPart, type PartDirectory } from '#shared/reading-copy/sealed-parts.ts';
import { unpack } from '../parts/gzip.ts';
import { damagedPart, type PartLoader } from '../parts/part-loader.ts';
import { SealedFile } from './sealed-file.ts';
import { openSlices } from './slices.ts';

export interface Carried {
	/** Parts of the program, which are not encrypted. */
	plain: PartLoader;
	/** Slices of the encrypted parts, as they lie there. */
	slices: PartLoader;
}

/**
 * The parts of an encrypted copy, once the identity has opened it; null where it does not. Rejects with damaged-copy where
 * something of it is missing, and otherwise where it is not what was written.
 */
export async function openSealed({ plain, slices }: Carried, identity: Identity): Promise<PartLoader | null> {
	const stored = await openSlices(slices);
	const file = await SealedFile.open(stored, identity);
	if (!file) return null;
	const directory = await readDirectory(file);

	return {
		async load(name) {
			if (!isSealedPart(name)) return plain.load(name);
			const place = directory[name];
			if (!place) throw damagedPart(name);
			const [start, bytes] = place;
			try {
				return await unpack(await file.read(start, start + bytes));
			} catch (error) {
				throw error instanceof AppError ? error : damagedPart(name, error);
			}
		},
		// Only what was encrypted is worth it: all else is asked for at once.
		prefetch(names) {
			for (const name of names) {
				const place = directory[name];
				if (place) stored.prefetch(...file.storedRange(place[0], place[0] + place[1]));
			}
		},
	};
}

async function readDirectory(file: SealedFile): Promise<PartDirectory> {
	const end = file.sizeBytes - directoryLengthBytes;
	const length = await file.read(end, file.sizeBytes);
	const bytes = new DataView(length.buffer, length.byteOffset).getUint32(0);
	return JSON.parse(await unpack(await file.read(end - bytes, end))) as PartDirectory;
}
