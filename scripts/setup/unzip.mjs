import fs from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = Buffer.from('504b0506', 'hex');

/**
 * Just enough of an unzip for one known archive: central directory, stored or deflated entries, Unix modes.
 * @param {Buffer} zip the whole archive
 * @param {string} folder where to write
 * @param {(name: string) => string | undefined} placeOf gives an entry's path under `folder`, or nothing to leave it out
 */
export function unzip(zip, folder, placeOf) {
	for (const entry of entries(zip)) {
		const place = entry.name.endsWith('/') ? undefined : placeOf(entry.name);
		if (!place) continue;
		const file = path.resolve(folder, place);
		if (!file.startsWith(folder + path.sep)) throw new Error(`The archive names a path outside of it: ${entry.name}`);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, contentOf(zip, entry), { mode: entry.mode || 0o644 });
	}
}

/** @param {Buffer} zip */
function* entries(zip) {
	const end = zip.lastIndexOf(endOfDirectory);
	if (end < 0) throw new Error('This is not a zip archive.');
	const count = zip.readUInt16LE(end + 10);
	let at = zip.readUInt32LE(end + 16);
	for (let index = 0; index < count; index++) {
		const nameLength = zip.readUInt16LE(at + 28);
		yield {
			method: zip.readUInt16LE(at + 10),
			sizeBytes: zip.readUInt32LE(at + 20),
			mode: (zip.readUInt32LE(at + 38) >>> 16) & 0o777,
			headerAt: zip.readUInt32LE(at + 42),
			name: zip.toString('utf8', at + 46, at + 46 + nameLength),
		};
		at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
}

/**
 * @param {Buffer} zip
 * @param {{ method: number, sizeBytes: number, headerAt: number }} entry
 */
function contentOf(zip, { method, sizeBytes, headerAt }) {
	const start = headerAt + 30 + zip.readUInt16LE(headerAt + 26) + zip.readUInt16LE(headerAt + 28);
	const raw = zip.subarray(start, start + sizeBytes);
	return method === 8 ? inflateRawSync(raw) : raw;
}
