import { AppError } from '#shared/domain/app-error.ts';
import type { PackageForm } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import type { Pieces } from '../bag/bag-sink.ts';
import { type PackageFile, type PackageMaterial, packageFiles, veilFor } from '../package-contents.ts';
import { readSlice, slicesOf } from './cut-files.ts';
import { largestIn, partsOf, roomOfFile, roomOfPart } from './part-plan.ts';

type SizedFile = PackageFile & { sizeBytes: number };

export interface PartsRequest {
	form: PackageForm;
	/** No file of the package may be larger; null where any may be. */
	mostBytes: number | null;
	signal: AbortSignal;
}

/**
 * The files of a package, in as many parts as its medium makes needful: mostly one. A folder stays one, since its files lie
 * there one by one. Originals that are too large by themselves are cut. Throws invalid-input where something else is.
 */
export async function planParts(
	material: PackageMaterial,
	{ form, mostBytes, signal }: PartsRequest,
): Promise<PackageFile[][]> {
	const files = [...packageFiles(material, veilFor(material.plan))];
	if (mostBytes === null) return [files];
	if (form === 'folder') return [await cutOriginals(files, mostBytes, material, signal)];
	const sized = await measure(files, material, signal);
	const totalBytes = sized.reduce((sum, file) => sum + roomOfFile(file), 0);
	if (totalBytes <= roomOfPart(mostBytes, 0)) return [files];
	const room = roomOfPart(mostBytes, totalBytes);
	const cut = await cutOriginals(sized, largestIn(room, longestPath(sized)), material, signal);
	const tooLarge = cut.find((file) => roomOfFile(file) > room);
	if (tooLarge) throw beyond(tooLarge.path, mostBytes);
	// What says what the rest is comes first.
	const [first, last] = [cut.filter(isOther), cut.filter((file) => !isOther(file))];
	return partsOf([...first, ...last], room);
}

/** Everything is made once more to know its size: nothing is kept of it, so it needs no room. */
async function measure(
	files: readonly PackageFile[],
	material: PackageMaterial,
	signal: AbortSignal,
): Promise<SizedFile[]> {
	const sizes = new Map<string, number>();
	for (const { path, pieces, sizeBytes } of packageFiles(material, veilFor(material.plan)))
		sizes.set(path, sizeBytes ?? (await count(pieces, signal)));
	return files.map((file) => ({ ...file, sizeBytes: sizes.get(file.path) ?? 0 }));
}

async function count(pieces: Pieces, signal: AbortSignal): Promise<number> {
	let sizeBytes = 0;
	for await (const bytes of pieces) {
		if (signal.aborted) throw new AppError('cancelled');
		sizeBytes += bytes.length;
	}
	return sizeBytes;
}

/** A slice cannot be held to the digest of the whole, so that is looked at first. */
async function cutOriginals<T extends PackageFile>(
	files: readonly T[],
	mostBytes: number,
	{ services: { originals } }: PackageMaterial,
	signal: AbortSignal,
): Promise<T[]> {
	const cut: T[] = [];
	for (const file of files) {
		const { sha256: _whole, sizeBytes = 0, original, ...rest } = file;
		if (original === undefined || sizeBytes <= mostBytes || mostBytes <= 0) {
			cut.push(file);
			continue;
		}
		const fixity = await originals.verify(originals.get(original), signal);
		if (fixity !== 'intact') throw new AppError('damaged-original', { file: file.path });
		for (const slice of slicesOf(file.path, sizeBytes, mostBytes)) {
			const pieces = readSlice(originals, original, slice);
			cut.push({ ...(rest as T), original, path: slice.path, sizeBytes: slice.sizeBytes, pieces });
		}
	}
	return cut;
}

function isOther({ original }: PackageFile): boolean {
	return original === undefined;
}

function longestPath(files: readonly SizedFile[]): string {
	const longest = files.reduce((found, { path }) => (path.length > found.length ? path : found), '');
	// A slice is in a folder with a longer name, and has a number.
	return `cut-${longest}.0000`;
}

function beyond(what: string, mostBytes: number): AppError {
	const reason = message('package.reason.part-size', { what, megabytes: Math.floor(mostBytes / 1024 / 1024) });
	return new AppError('invalid-input', { reason });
}
