import { bareProfile } from './bare-profile.ts';
import { orientationOf, writeOrientation } from './orientation.ts';
import { PartCount } from './part-count.ts';

const [headBytes, chunkHeadBytes] = [12, 8];
const drawing = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM']);
/** Before the chunks of a frame: where, how large, how long, and over what it is drawn. */
const frameHeadBytes = 16;
/** Flags of the first chunk (RFC 9649, 2.7.1). */
const [hasProfile, hasExif, hasXmp] = [0x20, 0x08, 0x04];

/** WebP (RFC 9649). */
export function bareWebp(bytes: Buffer): Buffer | null {
	const size = Math.min(bytes.length, chunkHeadBytes + bytes.readUInt32LE(4));
	const parts = new PartCount();
	const kept = [...chunksOf(bytes.subarray(headBytes, size), parts)].flatMap((chunk) => bareChunk(chunk, parts));
	if (!kept.some(({ type }) => ['VP8 ', 'VP8L', 'ANMF'].includes(type))) return null;
	const first = kept.find(({ type }) => type === 'VP8X')?.data;
	if (first) {
		const flag = (type: string, bit: number) => (kept.some((each) => each.type === type) ? bit : 0);
		const others = (first[0] ?? 0) & ~(hasProfile | hasExif | hasXmp);
		first[0] = others | flag('ICCP', hasProfile) | flag('EXIF', hasExif);
	}
	const whole = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), ...kept.map(written)]);
	whole.writeUInt32LE(whole.length - chunkHeadBytes, 4);
	return whole;
}

interface Chunk {
	type: string;
	data: Buffer;
}

/** None where it stays at home. */
function bareChunk({ type, data }: Chunk, parts: PartCount): Chunk[] {
	if (drawing.has(type)) return [{ type, data }];
	if (type === 'VP8X') return [{ type, data: Buffer.from(data) }];
	if (type === 'ANMF') {
		const chunks = [...chunksOf(data.subarray(frameHeadBytes), parts)].filter((each) => drawing.has(each.type));
		return [{ type, data: Buffer.concat([data.subarray(0, frameHeadBytes), ...chunks.map(written)]) }];
	}
	if (type === 'ICCP') {
		const profile = bareProfile(data);
		return profile ? [{ type, data: profile }] : [];
	}
	const orientation = type === 'EXIF' ? orientationOf(withoutName(data)) : 1;
	return orientation === 1 ? [] : [{ type, data: writeOrientation(orientation) }];
}

/** Of the last one as much as there is: decoders draw what came of a picture that was cut off. */
function* chunksOf(bytes: Buffer, parts: PartCount): Generator<Chunk> {
	for (let at = 0; at + chunkHeadBytes <= bytes.length; ) {
		parts.add();
		const [start, length] = [at + chunkHeadBytes, bytes.readUInt32LE(at + 4)];
		yield { type: bytes.toString('latin1', at, at + 4), data: bytes.subarray(start, start + length) };
		at = start + length + (length % 2);
	}
}

function written({ type, data }: Chunk): Buffer {
	const whole = Buffer.alloc(chunkHeadBytes + data.length + (data.length % 2));
	whole.write(type, 'latin1');
	whole.writeUInt32LE(data.length, 4);
	data.copy(whole, chunkHeadBytes);
	return whole;
}

/** Some programs put the name in which JPEG has it before what the format asks for. */
function withoutName(exif: Buffer): Buffer {
	return exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
}
