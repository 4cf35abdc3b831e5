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
/** Little CMS takes no more either; profiles have some twenty. */
const mostTags = 100;
/** What colours are reckoned by. Names, makers, serial numbers and measurements of a screen or scanner are in others. */
const drawingTags = /^(?:[rgb]XYZ|[rgbk]TRC|wtpt|bkpt|chad|cicp|chrm|A2B[0-3]|B2A[0-3]|D2B[0-3]|B2D[0-3])$/;

/**
 * A colour profile with what colours are reckoned by and nothing else. A picture of a screen has the profile of that very
 * screen, in which its serial number may stand. Length and offsets stay; what was dropped is zeros. Null where its table
 * leads out of it, or into the same bytes again and again other than for the same whole: each tag would cost all of it.
 */
export function bareProfile(profile: Buffer): Buffer | null {
	if (profile.length < headerBytes + 4) return null;
	const count = profile.readUInt32BE(headerBytes);
	const tableEnd = headerBytes + 4 + count * entryBytes;
	if (count > mostTags || tableEnd > profile.length) return null;
	const bare = Buffer.alloc(profile.length);
	profile.copy(bare, 0, 0, headerBytes);
	for (const [start, end] of tellingFields) bare.fill(0, start, end);
	const names = new Set<string>();
	const ranges = new Set<string>();
	let room = profile.length;
	for (let at = headerBytes + 4; at < tableEnd; at += entryBytes) {
		const name = profile.toString('latin1', at, at + 4);
		// Decoders take the first of a name.
		if (!drawingTags.test(name) || names.has(name)) continue;
		const [start, length] = [profile.readUInt32BE(at + 4), profile.readUInt32BE(at + 8)];
		if (start < tableEnd || start + length > profile.length) return null;
		profile.copy(bare, headerBytes + 4 + names.size * entryBytes, at, at + entryBytes);
		names.add(name);
		// Most profiles have one curve for all three colours.
		const range = `${start} ${length}`;
		if (ranges.has(range)) continue;
		ranges.add(range);
		room -= length;
		if (room < 0) return null;
		profile.copy(bare, start, start, start + length);
	}
	bare.writeUInt32BE(names.size, headerBytes);
	return bare;
}
