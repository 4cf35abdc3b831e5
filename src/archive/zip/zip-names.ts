import iconv from 'iconv-lite';
import { type Entry, getFileNameLowLevel } from 'yauzl';
import { guessEncoding } from '#archive/importers/encoding-guess.ts';
import { iconvName } from '#archive/importers/encoding-names.ts';

/** Bit 11 of the general purpose flags: the name is UTF-8 (APPNOTE 4.4.4). */
const utf8Flag = 0x800;
/** Info-ZIP Unicode Path: the name once more, in UTF-8 (APPNOTE 4.6.9). */
const unicodePathField = 0x7075;
/** Names that are looked at together to find their encoding: enough for the statistics. */
const sampledNames = 1000;

/** Gives the name of an entry as people wrote it, folders parted by '/', one that is a folder ending in it. */
export type NameOfEntry = (entry: Entry) => string;

/**
 * How to read the names of a ZIP file. One that does not say its encoding is, by the format, in that of the first PCs
 * (cp437); what Windows writes in Russian, Armenian or Georgian is in the code page of its country instead, which only
 * all names together tell. Backslashes part folders too: some programs write them.
 */
export function zipNames(entries: readonly Entry[]): NameOfEntry {
	const decode = nameDecoder(entries.filter((entry) => !saysEncoding(entry)).map(({ fileNameRaw }) => fileNameRaw));
	return (entry) => {
		if (decode && !saysEncoding(entry)) return decode(entry.fileNameRaw).replaceAll('\\', '/');
		return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
	};
}

/** Whether there is no doubt about the letters of a name. */
export function saysEncoding({ generalPurposeBitFlag, extraFields, fileNameRaw }: Entry): boolean {
	return (
		(generalPurposeBitFlag & utf8Flag) !== 0 ||
		extraFields.some(({ id }) => id === unicodePathField) ||
		fileNameRaw.every((byte) => byte < 0x80)
	);
}

/**
 * How to read names whose encoding no file says, found by all of them together; null where there are none, or where the
 * encoding that the format prescribes is as good as any.
 */
export function nameDecoder(names: readonly Buffer[]): ((name: Buffer) => string) | null {
	if (names.length === 0) return null;
	const sample = Buffer.concat(names.slice(0, sampledNames).flatMap((name) => [name, Buffer.from('\n')]));
	if (!sample.toString('utf8').includes('\ufffd')) return (name) => name.toString('utf8');
	const encoding = guessEncoding(sample);
	if (/^(?:iso-8859-1|windows-1252)$/.test(encoding)) return null;
	return (name) => iconv.decode(name, iconvName(encoding));
}
