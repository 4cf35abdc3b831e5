/**
 * An encrypted copy is one age file (https://age-encryption.org/v1), cut into slices that lie as parts in base64, so that
 * neither names nor number nor sizes of the parts in it show. Its plain bytes are those parts, each compressed (gzip), one
 * after the other, then a directory of them (JSON, gzip), and its length in bytes as 4 bytes, the highest first.
 */
export type PartDirectory = Record<string, [startByte: number, bytes: number]>;

export const directoryLengthBytes = 4;
/** Of the age file in each slice but the last. */
export const sliceBytes = 1 << 20;

/** The part that says how long the age file is. */
export const outlinePart = 'data/sealed';

export interface SealedOutline {
	bytes: number;
}

/** @param index from 0 */
export function slicePart(index: number): string {
	return `data/sealed-${String(index + 1).padStart(4, '0')}`;
}

/** Whether a part lies in the age file: the program is no secret, and stays outside. */
export function isSealedPart(name: string): boolean {
	return name.startsWith('data/');
}

/**
 * 2^17: what an archive with a passphrase takes too (docs/decisions/0025). The page derives its key without help of the
 * system; 128 MB are what a telephone gives.
 */
export const copyWorkFactor = 17;

/** The same letters typed on another keyboard may come as other characters (Unicode, NFC). */
export function typedPassphrase(text: string): string {
	return text.normalize('NFC');
}
