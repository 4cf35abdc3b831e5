/** Bytes of a file from `start` up to `end`, which is not among them. */
export interface ByteRange {
	start: number;
	end: number;
}

/**
 * What a Range header (RFC 9110, section 14) asks of a file of that size: the whole where it asks for none, or for what
 * this does not know, as the RFC allows; null where it asks for what is not there, which is answered with 416. Of several
 * ranges, which no player asks for, the whole is given.
 */
export function askedRange(header: string | null, sizeBytes: number): ByteRange | null {
	const whole = { start: 0, end: sizeBytes };
	const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
	if (first === '' && last === '') return whole;
	const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
	const end = first === '' || last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes);
	return start < end ? { start, end } : null;
}

/** Status and headers of an answer with a part of a file, which is never kept by whoever asked. */
export function rangeHead(
	{ start, end }: ByteRange,
	{ sizeBytes, mediaType }: { sizeBytes: number; mediaType: string },
	isPart: boolean,
): { status: 200 | 206; headers: Record<string, string> } {
	return {
		status: isPart ? 206 : 200,
		headers: {
			'content-type': mediaType,
			'content-length': String(end - start),
			'accept-ranges': 'bytes',
			'cache-control': 'no-store',
			...(isPart && { 'content-range': `bytes ${start}-${end - 1}/${sizeBytes}` }),
		},
	};
}
