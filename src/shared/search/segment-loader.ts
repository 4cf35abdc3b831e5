import type { SearchCalls, SearchSegment } from '../api/search-api.ts';
import { checkSegment } from './packed/check-segment.ts';
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

/**
 * Opens the segments that an archive has now, keeping those that are open already. One that is damaged is left out, and
 * the archive knows of it by then.
 */
export async function loadSegments(calls: SegmentCalls, supplies: Supplies, open: OpenSegments): Promise<OpenSegments> {
	const segments = new Map<string, Segment>();
	for (const { id, header } of await calls.segments(undefined)) {
		const segment = open.get(id) ?? (await load(calls, supplies, { id, header: header as SegmentHeader }));
		if (segment) segments.set(id, segment);
	}
	return segments;
}

async function load(
	calls: SegmentCalls,
	supplies: Supplies,
	{ id, header }: Omit<SearchSegment, 'header'> & { header: SegmentHeader },
): Promise<Segment | null> {
	if (header.format !== segmentFormat) return null;
	const residentPages = Math.ceil(header.residentBytes / pageBytes);
	const numbers = Array.from({ length: residentPages }, (_, number) => number);
	const resident = new Uint8Array(header.residentBytes);
	const pages = await readPages(calls, id, numbers).catch(() => null);
	if (!pages) return null;
	for (const [number, page] of pages.entries()) resident.set(page, number * pageBytes);
	const ranged = supplies.rangedBytes(id, residentPages, header.rangedBytes);
	const segment = openSegment(header, resident.buffer, ranged);
	return checkSegment(segment) ? segment : null;
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
