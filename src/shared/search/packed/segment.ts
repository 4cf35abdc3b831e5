/** A new number whenever the bytes mean something else, or words are analysed in another way: older segments are built anew. */
export const segmentFormat = 9;

/**
 * What is in a segment besides postings and positions, each a typed array. What words are found by comes first, what they
 * are widened by after it:
 * - `editionStarts`: number of the first document of each edition, and of all
 * - `languages`, `ordinals`, `numbers`, `lengths`: by document: its language in `header.languages`, its place in the
 *   edition, its paragraph number plus 1 (0 where it has none), and its different words
 * - `chars`, `termStarts`, `shared`: the terms in ascending order of UTF-16 units; what each shares with the one before
 * - `documentCounts`, `scripts`: by term; its place in the list of scripts
 * - `postingStarts`, `positionStarts`: by term, where its bytes begin
 * - `skipTerms`, `skipStarts`, `skips`: for terms of many documents, by block of `blockLength`: the document before the
 *   block plus 1, and where the block's postings and positions begin within those of the term
 * - `jointRanges`, `jointCounts`, `jointStarts`: ranges of terms with one short beginning that very many documents have:
 *   their first term and the first after them, how many documents have any, and where the bytes of these begin
 * - `spellingStarts`, `spellingLanguages`, `spellingForms`, `spellingTexts`, `spellingChars`: by term, how it is written
 * - `stemKeys`, `stemStarts`, `stemTerms`: terms by the hash of a key of stems
 * - `soundKeys`, `soundStarts`, `soundBytes`: how terms may sound, as `SoundLists` has it
 */
export const sectionTypes = {
	editionStarts: Uint32Array,
	languages: Uint8Array,
	ordinals: Uint32Array,
	numbers: Uint32Array,
	lengths: Uint16Array,
	chars: Uint16Array,
	termStarts: Uint32Array,
	shared: Uint8Array,
	documentCounts: Uint32Array,
	scripts: Uint8Array,
	postingStarts: Uint32Array,
	positionStarts: Uint32Array,
	skipTerms: Uint32Array,
	skipStarts: Uint32Array,
	skips: Uint32Array,
	jointRanges: Uint32Array,
	jointCounts: Uint32Array,
	jointStarts: Uint32Array,
	spellingStarts: Uint32Array,
	spellingLanguages: Uint8Array,
	spellingForms: Uint8Array,
	spellingTexts: Uint32Array,
	spellingChars: Uint16Array,
	stemKeys: Uint32Array,
	stemStarts: Uint32Array,
	stemTerms: Uint32Array,
	soundKeys: Uint32Array,
	soundStarts: Uint32Array,
	soundBytes: Uint8Array,
} as const;
export type SectionName = keyof typeof sectionTypes;
export type Sections = { [Name in SectionName]: InstanceType<(typeof sectionTypes)[Name]> };

const firstWidening: SectionName = 'spellingStarts';

/** Postings of a block are skipped together. */
export const blockLength = 128;

/** What a segment says of itself; JSON. */
export interface SegmentHeader {
	format: number;
	documentCount: number;
	/** Sum over documents of their different words. */
	lengthSum: number;
	/** In the order of their documents. */
	editionIds: string[];
	/** BCP 47, by the number that documents and spellings have. */
	languages: string[];
	/** Bytes of all sections together: they are read when the segment is opened. */
	residentBytes: number;
	/** Of these, what has to be there before anything can be found; the rest may be zeros until it comes. */
	coreBytes: number;
	/** Byte at which each section begins, and its number of elements. */
	sections: Record<SectionName, [start: number, length: number]>;
	/** Bytes of postings; those of positions follow, then those of joint postings. All are read where they are needed. */
	postingBytes: number;
	positionBytes: number;
	rangedBytes: number;
}

/** The bytes of a segment that are not all held in memory. */
export interface RangedBytes {
	/** Null when they have to be fetched first; that they are wanted is noted. */
	view(start: number, end: number): Uint8Array | null;
}

/** Passages that have settled, packed: never changed, replaced as a whole. Multi-byte numbers are little-endian. */
export interface Segment {
	header: SegmentHeader;
	sections: Sections;
	ranged: RangedBytes;
}

/** As it is stored. */
export interface SegmentBytes {
	header: SegmentHeader;
	resident: Uint8Array<ArrayBuffer>;
	ranged: Uint8Array<ArrayBuffer>;
}

/** @param resident the bytes of all sections, in a buffer of their own */
export function openSegment(header: SegmentHeader, resident: ArrayBuffer, ranged: RangedBytes): Segment {
	const sections = Object.fromEntries(
		Object.entries(sectionTypes).map(([name, Type]) => {
			const [start, length] = header.sections[name as SectionName];
			return [name, new Type(resident, start, length)];
		}),
	) as Sections;
	return { header, sections, ranged };
}

/** Lays the sections one after the other. */
export function layOut(sections: Sections): Pick<SegmentHeader, 'sections' | 'residentBytes' | 'coreBytes'> & {
	resident: Uint8Array<ArrayBuffer>;
} {
	const places = {} as SegmentHeader['sections'];
	let residentBytes = 0;
	for (const name of Object.keys(sectionTypes) as SectionName[]) {
		places[name] = [residentBytes, sections[name].length];
		// Every section begins where any type may.
		residentBytes = Math.ceil((residentBytes + sections[name].byteLength) / 4) * 4;
	}
	const resident = new Uint8Array(residentBytes);
	for (const name of Object.keys(sectionTypes) as SectionName[]) {
		const { buffer, byteOffset, byteLength } = sections[name];
		resident.set(new Uint8Array(buffer, byteOffset, byteLength), places[name][0]);
	}
	return { sections: places, residentBytes, coreBytes: places[firstWidening][0], resident };
}

/** All bytes in memory. */
export function heldBytes(bytes: Uint8Array): RangedBytes {
	return { view: (start, end) => bytes.subarray(start, end) };
}
