import { nonceBytes, storedBytes, tagBytes } from './payload.ts';

/** How an age file begins (https://age-encryption.org/v1). */
export const firstLine = 'age-encryption.org/v1\n';

/**
 * Bytes of the header at the beginning of an age file, as far as the line with its code of authentication. Throws
 * RangeError where there is none, and where a file of this size cannot have the pieces that have to follow.
 *
 * @param head a beginning of the file that is long enough
 * @param sizeBytes of the whole file
 */
export function measureHeader(head: Uint8Array, sizeBytes: number): number {
	const text = new TextDecoder('latin1').decode(head);
	const mac = text.startsWith(firstLine) ? /\n--- [A-Za-z0-9+/]{43}\n/.exec(text) : null;
	if (!mac) throw new RangeError('no header');
	const headerBytes = mac.index + mac[0].length;
	const payloadBytes = sizeBytes - headerBytes - nonceBytes;
	const rest = payloadBytes % storedBytes;
	// Only an empty file has an empty last piece.
	if (payloadBytes < tagBytes || (rest !== 0 && rest <= tagBytes && payloadBytes !== tagBytes))
		throw new RangeError('the file ended early');
	return headerBytes;
}
