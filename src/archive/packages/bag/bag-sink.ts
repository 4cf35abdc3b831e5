/** Bytes of a file in order, made as they are asked for. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Where a bag is written to, one file after the other. */
export interface BagSink {
	/** @param isCompressible false for bytes that are mostly compressed already. */
	add(path: string, pieces: Pieces, isCompressible: boolean): Promise<void>;
	/** Resolves when everything is on the disk. */
	finish(): Promise<void>;
	/** Gives up; what was written is for the caller to remove. */
	abort(): Promise<void>;
}
