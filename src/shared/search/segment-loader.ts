import type { SearchCalls } from '../api/search-api.ts';
import { checkCore, checkWidening } from './packed/check-segment.ts';
import { openSegment, type Segment, type SegmentHeader, segmentFormat } from './packed/segment.ts';
import { pageBytes, type Supplies, type SupplySource } from './supplies.ts';

/** The calls of an archive that segments need, over whatever channel. */
export type SegmentCalls = {
	[Call in 'segments' | 'segmentPages' | 'texts']: (
		argument: Parameters<SearchCalls[Call]>[0],
	) => ReturnType<SearchCalls[Call]> | Promise<ReturnType<SearchCalls[Call]>>;
};

/** Segments that are open, by id. */
export type OpenSegments = ReadonlyMap<string, Segment>;

const pagesPerCall = 64;

/** Where an archive's segments and texts come from. */
export function supplySource(calls: () => Pick<SegmentCalls, 'segmentPages' | 'texts'>): SupplySource {
	return {
		pages: (segmentId, numbers) => readPages(calls(), segmentId, numbers),
		texts: async (places) => calls().texts({ places }),
	};
}

/** Segments in which words are found already, and a way to those in which they are widened too. */
export interface LoadingSegments {
	found: OpenSegments;
	/** Resolves with all of them in full; at once where they are. */
	whole(): Promise<OpenSegments>;
}

/**
 * Opens the segments that an archive has now, keeping those that are open already. One that is damaged is left out, and
 * the archive knows of it by then.
 */
export async function loadSegments(
	calls: SegmentCalls,
	supplies: Supplies,
	open: OpenSegments,
): Promise<LoadingSegments> {
	const found = new Map<string, Segment>();
	const loading = new Map<string, Loading>();
	for (const { id, header } of await calls.segments(undefined)) {
		const known = open.get(id);
		const begun = known ? null : await begin(calls, supplies, { id, header: header as SegmentHeader });
		const segment = known ?? begun?.segment;
		if (segment) found.set(id, segment);
		if (begun) loading.set(id, begun);
	}
	return {
		found,
		async whole() {
			const whole = new Map(found);
			for (const [id, begun] of loading) {
				const segment = await finish(calls, id, begun);
				if (segment) whole.set(id, segment);
				else whole.delete(id);
			}
			return whole;
		},
	};
}

interface Loading {
	segment: Segment;
	resident: Uint8Array<ArrayBuffer>;
	/** The first page that is still missing. */
	nextPage: number;
}

/** Reads what words are found by; the rest is zeros, which is no word, until it comes. */
async function begin(
	calls: SegmentCalls,
	supplies: Supplies,
	{ id, header }: { id: string; header: SegmentHeader },
): Promise<Loading | null> {
	if (header.format !== segmentFormat) return null;
	const resident = new Uint8Array(header.residentBytes);
	const nextPage = Math.ceil(header.coreBytes / pageBytes);
	if (!(await fill(calls, id, resident, 0, nextPage))) return null;
	const ranged = supplies.rangedBytes(id, Math.ceil(header.residentBytes / pageBytes), header.rangedBytes);
	const segment = openSegment(header, resident.buffer, ranged);
	return checkCore(segment) ? { segment, resident, nextPage } : null;
}

/** Another segment over the same bytes, so that whoever has read zeros forgets them. */
async function finish(
	calls: SegmentCalls,
	id: string,
	{ segment: { header, ranged }, resident, nextPage }: Loading,
): Promise<Segment | null> {
	if (!(await fill(calls, id, resident, nextPage, Math.ceil(header.residentBytes / pageBytes)))) return null;
	const segment = openSegment(header, resident.buffer, ranged);
	return checkWidening(segment) ? segment : null;
}

/** Reads pages from `first` up to `end`; false when they cannot be had. */
async function fill(
	calls: SegmentCalls,
	id: string,
	resident: Uint8Array,
	first: number,
	end: number,
): Promise<boolean> {
	const numbers = Array.from({ length: end - first }, (_, at) => first + at);
	const pages = await readPages(calls, id, numbers).catch(() => null);
	for (const [at, page] of pages?.entries() ?? []) resident.set(page, (first + at) * pageBytes);
	return pages !== null;
}

async function readPages(
	calls: Pick<SegmentCalls, 'segmentPages'>,
	segmentId: string,
	numbers: readonly number[],
): Promise<Uint8Array[]> {
	const pages: Uint8Array[] = [];
	for (let from = 0; from < numbers.length; from += pagesPerCall) {
		pages.push(...(await calls.segmentPages({ segmentId, numbers: numbers.slice(from, from + pagesPerCall) })));
	}
	return pages;
}
