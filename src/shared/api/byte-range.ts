/** Bytes of a file from `start` up to `end`, which is not among them. */
export interface ByteRange {
	start: number;
	end: number;
}

/** Status and headers of an answer to a request for a file; `range` is what its body holds, null where it has none. */
export interface RangeAnswer {
	status: 200 | 206 | 416;
	headers: Record<string, string>;
	range: ByteRange | null;
}

/** What is in memory of a file of any length while it is sent. */
const pieceBytes = 512 * 1024;

/**
 * Answers a Range header (RFC 9110, section 14): with the part that it asks for, or with 416 where the file has none of
 * it. A header that this does not know, several ranges among them, which no player asks for, is as if it were absent; so is
 * any for an empty file, which has no part to be named. Nothing is kept by whoever asked.
 */
export function answerRange(
	header: string | null,
	{ sizeBytes, mediaType }: { sizeBytes: number; mediaType: string },
): RangeAnswer {
	const common = { 'accept-ranges': 'bytes', 'cache-control': 'no-store' };
	const asked = sizeBytes > 0 ? askedRange(header, sizeBytes) : null;
	if (asked && asked.start >= asked.end) {
		return { status: 416, headers: { ...common, 'content-range': `bytes */${sizeBytes}` }, range: null };
	}
	const range = asked ?? { start: 0, end: sizeBytes };
	const held = { ...common, 'content-type': mediaType, 'content-length': String(range.end - range.start) };
	if (!asked) return { status: 200, headers: held, range };
	const part = `bytes ${range.start}-${range.end - 1}/${sizeBytes}`;
	return { status: 206, headers: { ...held, 'content-range': part }, range };
}

/** The bytes of a range, piece by piece as they are taken; `read` gives at least one byte, or throws. */
export async function* piecesOf(
	{ start, end }: ByteRange,
	read: (offset: number, length: number) => Uint8Array | Promise<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
	for (let at = start; at < end; ) {
		const piece = await read(at, Math.min(pieceBytes, end - at));
		at += piece.length;
		yield piece;
	}
}

/** Null for a header that asks for no single range of bytes; one without bytes asks for what is not there. */
function askedRange(header: string | null, sizeBytes: number): ByteRange | null {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? [];
	if (first === '') return last === '' ? null : { start: Math.max(0, sizeBytes - Number(last)), end: sizeBytes };
	if (last !== '' && Number(last) < Number(first)) return null;
	return { start: Number(first), end: last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes) };
}
