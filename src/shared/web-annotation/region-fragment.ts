import { isPageBox, type PageBox, type PageRegion } from '../domain/page-box.ts';

/** What fragments conform to: Media Fragments URI 1.0 for a part of an image or page, RFC 8118 for a page of a PDF. */
export const mediaFragments = 'http://www.w3.org/TR/media-frags/';
export const pdfFragments = 'http://tools.ietf.org/rfc/rfc8118';
/** The Recommendation names the one that RFC 8118 took the place of. */
const pdfFragmentsBefore = 'http://tools.ietf.org/rfc/rfc3778';

const percent = '(\\d{1,3}(?:\\.\\d{1,6})?)';
const box = new RegExp(`(?:^|&)xywh=percent:${percent},${percent},${percent},${percent}(?:&|$)`);
const page = /(?:^|&)page=(\d{1,6})(?:&|$)/;

/** What a fragment names of a page or image; each part null where it names none that can be used. */
export interface ReadFragment {
	/** From 1. */
	page: number | null;
	box: PageBox | null;
}

/** A region as the selector that names it; one of a page refines the selector of that page. */
export function writeRegion(region: PageRegion, isOnPages: boolean): object {
	const part = { type: 'FragmentSelector', conformsTo: mediaFragments, value: formatBox(region) };
	if (!isOnPages && region.page === 1) return part;
	return { type: 'FragmentSelector', conformsTo: pdfFragments, value: `page=${region.page}`, refinedBy: part };
}

/** Reads `xywh=percent:` and `page=`; pixels of an image whose size nobody knows here are of no use. */
export function readFragment(conformsTo: string, value: string): ReadFragment {
	const isKnown = [mediaFragments, pdfFragments, pdfFragmentsBefore].some((known) => isSame(known, conformsTo));
	if (!isKnown) return { page: null, box: null };
	const number = Number(page.exec(value)?.[1] ?? 0);
	return { page: number >= 1 ? number : null, box: parseBox(value) };
}

/** Percent of the page's sides; two decimals say a box exactly. */
export function formatBox({ x, y, width, height }: PageBox): string {
	return `xywh=percent:${[x, y, width, height].map((units) => units / 100).join(',')}`;
}

export function parseBox(value: string): PageBox | null {
	const found = box.exec(value);
	if (!found) return null;
	const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map((each) => Math.round(Number(each) * 100));
	const read = { x, y, width, height };
	return isPageBox(read) ? read : null;
}

/** Whether a fragment is said to be one of Media Fragments URI 1.0. */
export function isMediaFragment(conformsTo: string): boolean {
	return isSame(mediaFragments, conformsTo);
}

/** Addresses of specifications are written with and without a slash at the end, and by either scheme. */
function isSame(known: string, given: string): boolean {
	const plain = (address: string) => address.replace(/^https?:/, '').replace(/\/$/, '');
	return plain(known) === plain(given);
}
