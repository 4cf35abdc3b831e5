import { brotliDecompressSync, createGunzip } from 'node:zlib';
import { LimitReader, WARCParser, type WARCRecord } from 'warcio';

/** One thing that a crawler fetched. */
export interface Capture {
	address: string;
	/** ISO 8601 UTC, as the web archive states it. */
	capturedAt: string;
	/** Without its parameters, in lower case; '' where the server named none. */
	mediaType: string;
	/** The HTTP status; null for what was not fetched by HTTP. */
	status: number | null;
	/** What the server sent, unpacked; null for what `wants` declined, and for what a budget has no room for. */
	bytes: Uint8Array | null;
}

const withPayload = new Set(['response', 'resource', 'conversion']);

/** A file that states more captures was made to fill memory, or is for a web archive's own programs. */
export class TooManyCaptures extends Error {}

/**
 * The captures of a WARC file (ISO 28500), packed or not, in its order. Throws what warcio throws for one that is
 * damaged, and TooManyCaptures.
 */
export async function* readCaptures(
	warc: Uint8Array,
	{ most, wants }: { most: number; wants(capture: Omit<Capture, 'bytes'>): boolean },
): AsyncGenerator<Capture> {
	let count = 0;
	for await (const record of WARCParser.iterRecords(unzipped(warc))) {
		if (!withPayload.has(record.warcType)) continue;
		count += 1;
		if (count > most) throw new TooManyCaptures();
		const capture = headOf(record);
		yield { ...capture, bytes: wants(capture) ? await payloadOf(record) : null };
	}
}

/** warcio misses the end of a packed file that is cut off. */
async function* unzipped(warc: Uint8Array): AsyncGenerator<Uint8Array> {
	if (warc[0] !== 0x1f || warc[1] !== 0x8b) {
		yield warc;
		return;
	}
	const gunzip = createGunzip();
	gunzip.end(warc);
	yield* gunzip as AsyncIterable<Uint8Array>;
}

/** warcio takes a record that is cut off for a shorter one. */
async function payloadOf(record: WARCRecord): Promise<Uint8Array> {
	const { reader } = record;
	const bytes = await record.readFully(true);
	if (reader instanceof LimitReader && reader.limit > 0) throw new RangeError('the record is cut off');
	return unpacked(record, bytes);
}

function headOf(record: WARCRecord): Omit<Capture, 'bytes'> {
	const { httpHeaders } = record;
	const type = httpHeaders ? httpHeaders.headers.get('Content-Type') : record.warcContentType;
	return {
		address: record.warcTargetURI ?? '',
		capturedAt: record.warcDate ?? '',
		mediaType: (type ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
		status: httpHeaders ? Number(httpHeaders.statusCode) : null,
	};
}

/** The one packing that warcio leaves in place; some crawlers name it and keep what they unpacked. */
function unpacked({ httpHeaders }: WARCRecord, bytes: Uint8Array): Uint8Array {
	if (httpHeaders?.headers.get('Content-Encoding') !== 'br') return bytes;
	try {
		return brotliDecompressSync(bytes, { maxOutputLength: largestCapture });
	} catch {
		return bytes;
	}
}

/** More than any page has. */
export const largestCapture = 32 * 1024 * 1024;
