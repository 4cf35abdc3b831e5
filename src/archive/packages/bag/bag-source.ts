import type { BagFinding } from '#shared/domain/package.ts';

/** A bag to read, wherever it lies. Nothing of it is ever written to the disk by reading it. */
export interface BagSource {
	/** Size in bytes of every file, by its path below the bag's own folder, always with '/'. */
	readonly files: ReadonlyMap<string, number>;
	/** Folders without files matter in one case: an empty payload. */
	readonly folders: ReadonlySet<string>;
	/** What is there and must not be followed: links, devices, names that lead outside. */
	readonly refused: readonly BagFinding[];
	/** The bytes of a file in order. Throws when they cannot be had; what was read by then is not to be used. */
	read(path: string): AsyncIterable<Uint8Array>;
	close(): Promise<void>;
}

/** Size from which pieces are read: large enough that a call is cheap beside it. */
export const pieceBytes = 256 * 1024;
