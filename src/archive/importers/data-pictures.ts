import { largestPictureBytes } from '#shared/domain/figure.ts';
import { describePicture, type FoundPicture } from './figures.ts';
import { tagsIn } from './html-guard.ts';

/** Stands in the source for the address of a picture whose bytes it is: so a page is as long as its words. */
const liftedScheme = 'lectern-lifted:';
/** The attribute of an image element that holds its picture (RFC 2397). */
const dataAddress = /(\ssrc\s*=\s*)(?:"\s*(data:[^"]*)"|'\s*(data:[^']*)'|(data:[^\s"'>]+))/i;

/** A page without the bytes of its pictures, and those, in order. */
export interface LiftedPage {
	source: string;
	addresses: string[];
}

/** Takes the pictures that a page holds in the addresses of its image elements out of its source. */
export function liftPictures(source: string): LiftedPage {
	if (!/data:/i.test(source)) return { source, addresses: [] };
	const addresses: string[] = [];
	const pieces: string[] = [];
	let from = 0;
	for (const { name, isEnd, start, end } of tagsIn(source)) {
		if (name !== 'img' || isEnd) continue;
		const tag = source.slice(start, end);
		const found = dataAddress.exec(tag);
		if (!found) continue;
		const [whole, attribute = '', ...quoted] = found;
		const address = quoted.find((value) => value !== undefined) ?? '';
		const at = start + found.index + attribute.length;
		pieces.push(source.slice(from, at), `"${liftedScheme}${addresses.length}"`);
		addresses.push(address);
		from = start + found.index + whole.length;
	}
	pieces.push(source.slice(from));
	return { source: pieces.join(''), addresses };
}

/**
 * Finds the pictures of a page in its own bytes. Base64 is the same in every encoding that keeps ASCII; in another
 * (UTF-16), and where it is escaped, a picture stays in the file.
 */
export function picturesInPage(bytes: Uint8Array, { addresses }: LiftedPage): (address: string) => FoundPicture {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const found: FoundPicture[] = [];
	let from = 0;
	for (const address of addresses) {
		const at = file.indexOf(address, from, 'latin1');
		found.push(at < 0 ? 'format' : pictureAt(at, address));
		if (at >= 0) from = at + address.length;
	}
	return (address) => {
		if (address.startsWith(liftedScheme)) return found[Number(address.slice(liftedScheme.length))] ?? 'missing';
		return /^data:/i.test(address) ? 'format' : 'elsewhere';
	};
}

function pictureAt(at: number, address: string): FoundPicture {
	const comma = address.indexOf(',');
	const head = address.slice(0, comma);
	if (comma < 0 || !/;\s*base64\s*$/i.test(head) || /[^\w+/=\s-]/.test(address.slice(comma + 1))) return 'format';
	const place = { start: at + comma + 1, length: address.length - comma - 1, coding: 'base64' as const };
	if ((place.length * 3) / 4 > largestPictureBytes + 3) return 'too-large';
	return describePicture(Buffer.from(address.slice(comma + 1), 'base64'), place);
}
