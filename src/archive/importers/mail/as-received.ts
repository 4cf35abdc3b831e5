const newline = 0x0a;
const carriageReturn = 0x0d;
/** Bytes that are searched for one mail, in all: a mail of a thousand encoded parts is not worth a minute. */
const mostSearched = 2_000_000_000;

/**
 * Parts that a mail carries as they are, in no encoding, come out of the parser with other line ends. Gives their bytes
 * as they stand in the mail; those that were encoded are not found in it and stay as they are.
 * @param parts in the order of the mail.
 */
export function asReceived(mail: Uint8Array, parts: readonly Uint8Array[]): Uint8Array[] {
	const { bytes, places } = withPlainLineEnds(mail);
	let from = 0;
	let searched = 0;
	return parts.map((part) => {
		const content = part.at(-1) === newline ? part.subarray(0, -1) : part;
		if (content.length === 0 || searched > mostSearched) return part;
		searched += bytes.length - from;
		const at = bytes.indexOf(content, from);
		if (at === -1) return part;
		from = at + content.length;
		const last = places[from - 1] as number;
		return mail.slice(places[at], last + 1);
	});
}

/** Without the carriage returns at the ends of lines, and where each byte stood. */
function withPlainLineEnds(mail: Uint8Array): { bytes: Buffer; places: Uint32Array } {
	const bytes = Buffer.alloc(mail.length);
	const places = new Uint32Array(mail.length);
	let length = 0;
	mail.forEach((byte, at) => {
		if (byte === newline) {
			while (length > 0 && bytes[length - 1] === carriageReturn) length -= 1;
		}
		bytes[length] = byte;
		places[length] = at;
		length += 1;
	});
	return { bytes: bytes.subarray(0, length), places };
}
