import { bareProfile } from './bare-profile.ts';
import { orientationOf, writeOrientation } from './orientation.ts';
import { PartCount } from './part-count.ts';

const [tem, firstRestart, startOfImage, endOfImage, startOfScan] = [0x01, 0xd0, 0xd8, 0xd9, 0xda];
/** Frames, tables of codes and quantisation, and what else scans need (ITU-T T.81, table B.1). */
const drawing = (marker: number) => marker >= 0xc0 && marker <= 0xdf;
const [app0, app1, app2, app14] = [0xe0, 0xe1, 0xe2, 0xee];
const [jfif, exif, icc, adobe] = ['JFIF\0', 'Exif\0\0', 'ICC_PROFILE\0', 'Adobe'];
/** Of JFIF without its thumbnail: version, unit, densities, and the size of none. */
const jfifBytes = 14;
/** Length of a segment counts its own two bytes. */
const mostInSegment = 0xffff - 2;
/** Pieces of a profile are numbered in one byte. */
const mostPieces = 0xff;

interface Segment {
	marker: number;
	/** Without marker and length; of a scan with its data. */
	body: Buffer;
}

/** JPEG (ITU-T T.81; JFIF, Exif and ICC in it as their own standards say). */
export function bareJpeg(bytes: Buffer): Buffer | null {
	const kept: Buffer[] = [Buffer.of(0xff, startOfImage)];
	const profile: Buffer[] = [];
	let orientation: number | null = null;
	let hasScan = false;
	for (const each of segmentsOf(bytes)) {
		kept.push(...drawn(each));
		hasScan ||= each.marker === startOfScan;
		// Decoders are told of turn and colours before they draw.
		if (hasScan) continue;
		const { marker, body } = each;
		const name = nameOf(each);
		// Of Exif that takes several parts the first has what is asked for.
		if (marker === app1 && name.startsWith(exif)) orientation ??= orientationOf(body.subarray(exif.length));
		else if (marker === app2 && name === icc) profile.push(body.subarray(icc.length));
	}
	if (!hasScan) return null;
	// Before the first frame and scan, wherever it was; JFIF comes first of all.
	const place = kept.findIndex((part, at) => at > 0 && part[1] !== app0);
	kept.splice(place, 0, ...turned(orientation ?? 1), ...coloured(profile));
	return Buffer.concat([...kept, Buffer.of(0xff, endOfImage)]);
}

/** Nothing where it stays at home, or is written anew. */
function drawn(each: Segment): Buffer[] {
	const { marker, body } = each;
	if (marker === startOfScan) return [Buffer.of(0xff, marker), body];
	if (drawing(marker)) return [segment(marker, body)];
	const name = nameOf(each);
	if (marker === app0 && name.startsWith(jfif) && body.length >= jfifBytes)
		return [segment(marker, Buffer.concat([body.subarray(0, jfifBytes - 2), Buffer.alloc(2)]))];
	if (marker === app14 && name.startsWith(adobe)) return [segment(marker, body.subarray(0, 12))];
	return [];
}

const nameOf = ({ body }: Segment) => body.toString('latin1', 0, icc.length);

/** Up to the end of the picture, or of the file that was cut off. */
function* segmentsOf(bytes: Buffer): Generator<Segment> {
	const parts = new PartCount();
	for (let at = nextMarker(bytes, 2); at !== null; at = nextMarker(bytes, at)) {
		parts.add();
		const marker = bytes.readUInt8(at);
		if (marker === endOfImage) return;
		at += 1;
		if (marker === tem || (marker >= firstRestart && marker <= startOfImage)) continue;
		const bodyAt = at + 2;
		const end = bodyAt <= bytes.length ? at + bytes.readUInt16BE(at) : bodyAt;
		if (end < bodyAt || end > bytes.length) return;
		const isScan = marker === startOfScan;
		const bodyEnd = isScan ? endOfScan(bytes, end) : end;
		yield { marker, body: bytes.subarray(isScan ? at : bodyAt, bodyEnd) };
		at = bodyEnd;
	}
}

/** Where the code of the next marker is; what lies before it is skipped, as every decoder does. */
function nextMarker(bytes: Buffer, start: number): number | null {
	for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at)) {
		at += 1;
		const code = bytes[at];
		if (code !== undefined && code !== 0 && code !== 0xff) return at;
	}
	return null;
}

/** Within the data of a scan 0xff is followed by 0, by a restart, or by itself (B.1.1.5). */
function endOfScan(bytes: Buffer, start: number): number {
	for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
		const next = bytes[at + 1] ?? 0;
		if (next !== 0 && next !== 0xff && !(next >= firstRestart && next < startOfImage)) return at;
	}
	return bytes.length;
}

function segment(marker: number, body: Buffer): Buffer {
	const head = Buffer.of(0xff, marker, 0, 0);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([head, body]);
}

function turned(orientation: number): Buffer[] {
	if (orientation === 1) return [];
	return [segment(app1, Buffer.concat([Buffer.from(exif, 'latin1'), writeOrientation(orientation)]))];
}

/** @param pieces each with its number and the count of all before it (ICC.1:2022, B.4) */
function coloured(pieces: Buffer[]): Buffer[] {
	const inOrder = pieces.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)).map((piece) => piece.subarray(2));
	const profile = bareProfile(Buffer.concat(inOrder));
	if (!profile) return [];
	const most = mostInSegment - icc.length - 2;
	const count = Math.ceil(profile.length / most);
	if (count > mostPieces) return [];
	return Array.from({ length: count }, (_, at) =>
		segment(
			app2,
			Buffer.concat([
				Buffer.from(icc, 'latin1'),
				Buffer.of(at + 1, count),
				profile.subarray(at * most, (at + 1) * most),
			]),
		),
	);
}
