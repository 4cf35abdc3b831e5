/** Of the header (ICC.1:2022, 7.2): by which programs, when and on which system it was made, for which device, its digest. */
const tellingFields: readonly [start: number, end: number][] = [
	[4, 8],
	[24, 36],
	[40, 44],
	[48, 56],
	[80, 100],
];
const headerBytes = 128;
const entryBytes = 12;
/** What colours are reckoned by. Names, makers, serial numbers and measurements of a screen or scanner are in others. */
const drawingTags = /^(?:[rgb]XYZ|[rgbk]TRC|wtpt|bkpt|chad|cicp|chrm|A2B[0-3]|B2A[0-3]|D2B[0-3]|B2D[0-3])$/;

/**
 * A colour profile with what colours are reckoned by and nothing else. A picture of a screen has the profile of that very
 * screen, in which its serial number may stand. Length and offsets stay; what was dropped is zeros. Null where its table
 * leads out of it.
 */
export function bareProfile(profile: Buffer): Buffer | null {
	if (profile.length < headerBytes + 4) return null;
	const count = profile.readUInt32BE(headerBytes);
	const tableEnd = headerBytes + 4 + count * entryBytes;
	if (tableEnd > profile.length) return null;
	const bare = Buffer.alloc(profile.length);
	profile.copy(bare, 0, 0, headerBytes);
	for (const [start, end] of tellingFields) bare.fill(0, start, end);
	let kept = 0;
	for (let at = headerBytes + 4; at < tableEnd; at += entryBytes) {
		if (!drawingTags.test(profile.toString('latin1', at, at + 4))) continue;
		const [start, length] = [profile.readUInt32BE(at + 4), profile.readUInt32BE(at + 8)];
		if (start < tableEnd || start + length > profile.length) return null;
		profile.copy(bare, headerBytes + 4 + kept * entryBytes, at, at + entryBytes);
		profile.copy(bare, start, start, start + length);
		kept += 1;
	}
	bare.writeUInt32BE(kept, headerBytes);
	return bare;
}
