/** Plain bytes of every piece but the last (https://age-encryption.org/v1, payload). */
export const pieceBytes = 64 * 1024;
export const tagBytes = 16;
/** Bytes of a whole piece as it is stored. */
export const storedBytes = pieceBytes + tagBytes;
export const nonceBytes = 16;

/** Counts pieces in 11 bytes; the twelfth says which is the last, so that none can be cut off. */
export function pieceNonce(index: number, isLast: boolean): Uint8Array {
	const nonce = new Uint8Array(12);
	new DataView(nonce.buffer).setBigUint64(3, BigInt(index));
	nonce[11] = isLast ? 1 : 0;
	return nonce;
}

/** @param payloadBytes of all pieces as they are stored, without the nonce before them. */
export function countPieces(payloadBytes: number): number {
	return Math.max(1, Math.ceil(payloadBytes / storedBytes));
}
