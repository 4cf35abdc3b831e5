import { type Extent, extentOf, outerStretch } from '#shared/text/edtf/extent.ts';
import { readEdtf } from '#shared/text/edtf/read-edtf.ts';

const millisPerDay = 86_400_000;

/** Dates repeat, and lists of thousands ask for them whenever they are sorted. */
const extents = new Map<string, Extent | null>();
const mostExtents = 50_000;

/** The time that a date takes up; null where the text is no EDTF. */
export function readExtent(text: string): Extent | null {
	const known = extents.get(text);
	if (known !== undefined) return known;
	const edtf = readEdtf(text);
	const extent = edtf && extentOf(edtf);
	if (extents.size < mostExtents) extents.set(text, extent);
	return extent;
}

export function isEdtf(text: string): boolean {
	return readExtent(text) !== null;
}

/** The first millisecond (since 1970, UTC) that the date may mean, for sorting; its last where the start is open; null when undated. */
export function edtfStart(text: string): number | null {
	const extent = readExtent(text);
	if (!extent) return null;
	const { from, to } = outerStretch(extent);
	if (Number.isFinite(from)) return from * millisPerDay;
	return Number.isFinite(to) ? to * millisPerDay - 1 : null;
}
