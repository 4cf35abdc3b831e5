import { deflateSync, inflateSync } from 'node:zlib';
import { pngChunk, pngChunks } from '#shared/pictures/png-chunks.ts';
import { bareProfile } from './bare-profile.ts';
import { orientationOf, writeOrientation } from './orientation.ts';
import { PartCount } from './part-count.ts';

/** What a picture, one that moves too, is drawn from (W3C PNG, third edition, 5.6), as it is. */
const drawing = new Set([
	...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD'],
	...['acTL', 'fcTL', 'fdAT'],
]);
/** A profile for pictures on screens has some kilobytes; what unfolds to more is none. */
const mostProfileBytes = 4 * 1024 * 1024;
const profileName = 'profile';
const [signatureBytes, chunkHeadBytes, checksumBytes] = [8, 8, 4];

/** PNG (W3C PNG). Chunks that stay are as they were, their checksums with them. */
export function barePng(bytes: Buffer): Buffer | null {
	const kept: Uint8Array[] = [];
	const parts = new PartCount();
	let [isColoured, isTurned] = [false, false];
	let end = signatureBytes;
	for (const chunk of pngChunks(bytes)) {
		parts.add();
		end = chunk.end;
		if (drawing.has(chunk.type)) kept.push(bytes.subarray(chunk.start, end));
		// Of these there is one each; decoders pass over any other.
		else if (chunk.type === 'iCCP' && !isColoured) {
			isColoured = true;
			kept.push(...coloured(Buffer.from(chunk.data)));
		} else if (chunk.type === 'eXIf' && !isTurned) {
			isTurned = true;
			kept.push(...turned(Buffer.from(chunk.data)));
		}
		if (chunk.type === 'IEND') return whole(bytes, kept);
	}
	// Decoders draw what came of a picture that was cut off.
	const rest = bytes.subarray(end);
	if (rest.toString('latin1', 4, 8) === 'IDAT') kept.push(rest.subarray(0, nextChunk(rest)));
	return kept.length > 1 ? whole(bytes, kept) : null;
}

/**
 * Where in the last chunk, which reaches beyond the file, another begins, so that its length is a lie: a whole one that is
 * followed by the name of one more, as hardly any four letters among compressed pixels are.
 */
function nextChunk(rest: Buffer): number {
	for (let at = chunkHeadBytes; at + chunkHeadBytes + checksumBytes <= rest.length; at += 1) {
		if (!isNamed(rest, at)) continue;
		const end = at + chunkHeadBytes + rest.readUInt32BE(at) + checksumBytes;
		if (end > rest.length) continue;
		if (rest.length - end < chunkHeadBytes || isEnd(rest, at) || isNamed(rest, end)) return at;
	}
	return rest.length;
}

/** Four letters, the third of which is upper case (5.4). */
function isNamed(bytes: Buffer, at: number): boolean {
	for (let letter = 0; letter < 4; letter += 1) {
		const code = bytes.readUInt8(at + 4 + letter) & (letter === 2 ? 0xff : ~0x20);
		if (code < 0x41 || code > 0x5a) return false;
	}
	return true;
}

function isEnd(bytes: Buffer, at: number): boolean {
	return bytes.toString('latin1', at + 4, at + chunkHeadBytes) === 'IEND';
}

function whole(bytes: Buffer, chunks: readonly Uint8Array[]): Buffer {
	return Buffer.concat([bytes.subarray(0, signatureBytes), ...chunks]);
}

function turned(tiff: Buffer): Uint8Array[] {
	const orientation = orientationOf(tiff);
	return orientation === 1 ? [] : [pngChunk('eXIf', writeOrientation(orientation))];
}

/** The profile's name, which may be that of a screen or of who made it, gives way as well. */
function coloured(data: Buffer): Uint8Array[] {
	const profile = unfolded(data.subarray(data.indexOf(0) + 2));
	const bare = profile && bareProfile(profile);
	if (!bare) return [];
	return [pngChunk('iCCP', Buffer.concat([Buffer.from(`${profileName}\0\0`, 'latin1'), deflateSync(bare)]))];
}

function unfolded(data: Buffer): Buffer | null {
	try {
		return inflateSync(data, { maxOutputLength: mostProfileBytes });
	} catch {
		// No decoder reads it either: it is drawn without one.
		return null;
	}
}
