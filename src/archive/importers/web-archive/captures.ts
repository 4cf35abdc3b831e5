import { brotliDecompressSync, constants, createGunzip, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from 'warcio';

/** One thing that a crawler fetched. */
export interface Capture {
	address: string;
	/** ISO 8601 UTC, as the web archive states it. */
	capturedAt: string;
	/** Without its parameters, in lower case; '' where the server named none. */
	mediaType: string;
	/** The HTTP status; null for what was not fetched by HTTP. */
	status: number | null;
	/** What the server sent, unpacked; null for what `wants` declined, and for more than `largestCapture`. */
	bytes: Uint8Array | null;
}

/** In bytes: more than any page has. */
const largestCapture = 32 * 1024 * 1024;

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

/**
 * Null for more than `largestCapture`. warcio takes a record that is cut off for a shorter one, and would unpack any that
 * is there to any size.
 */
async function payloadOf(record: WARCRecord): Promise<Uint8Array | null> {
	if (record.warcContentLength > largestCapture) return null;
	const { reader } = record;
	const bytes = await record.readFully(false);
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

type Unpack = (bytes: Uint8Array) => Uint8Array;

const bound = { maxOutputLength: largestCapture };
/** An answer that was cut off is unpacked as far as it goes, as browsers do. */
const cutOff = { ...bound, finishFlush: constants.Z_SYNC_FLUSH };
/** By the names of HTTP; `deflate` is sent with the head of zlib, as it should be, and without. */
const unpackings = new Map<string, readonly Unpack[]>([
	['gzip', [(bytes) => gunzipSync(bytes, cutOff)]],
	['deflate', [(bytes) => inflateSync(bytes, cutOff), (bytes) => inflateRawSync(bytes, bound)]],
	['br', [(bytes) => brotliDecompressSync(bytes, bound)]],
]);

/** Null for what is too large. Some crawlers name a packing and keep what they unpacked. */
async function unpacked({ httpHeaders }: WARCRecord, sent: Uint8Array): Promise<Uint8Array | null> {
	const transfer = httpHeaders?.headers.get('Transfer-Encoding') ?? '';
	const isChunked = transfer === 'chunked';
	const packing = httpHeaders?.headers.get('Content-Encoding') || transfer;
	const bytes = isChunked ? await new AsyncIterReader([sent], null, true).readFully() : sent;
	for (const unpack of unpackings.get(packing.toLowerCase()) ?? [])
		try {
			return unpack(bytes);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null;
		}
	return bytes;
}
