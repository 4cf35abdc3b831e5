import { largestPictureBytes, shownPictureTypes } from '#shared/domain/figure.ts';
import { describePicture, type FoundPicture } from './figures.ts';
import { tagsIn } from './html-guard.ts';

/** Stands in the source for the address of a picture whose bytes it is: so a page is as long as its words. */
const liftedScheme = 'lectern-lifted:';
/** Where so many pictures are not found in the bytes, these are not as the text is. */
const mostMisses = 8;
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
 * Finds the pictures of a page in its own bytes, or in those of the file that it is a part of. Base64 is the same in every
 * encoding that keeps ASCII; in another (UTF-16, quoted-printable), and where it is escaped, a picture stays in the file.
 *
 * @param elsewhere says what is at the address of a picture that the page does not hold itself
 */
export function picturesInPage(
	bytes: Uint8Array,
	{ addresses }: LiftedPage,
	elsewhere: (address: string) => FoundPicture = () => 'elsewhere',
): (address: string) => FoundPicture {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const found: FoundPicture[] = [];
	let from = 0;
	let misses = 0;
	for (const address of addresses) {
		const isSought = isBase64(address) && misses < mostMisses;
		const at = isSought ? file.indexOf(address, from, 'latin1') : -1;
		found.push(at < 0 ? obstacleOf(address) : pictureAt(at, address));
		if (at >= 0) from = at + address.length;
		else if (isSought) misses += 1;
	}
	return (address) => {
		if (address.startsWith(liftedScheme)) return found[Number(address.slice(liftedScheme.length))] ?? 'missing';
		return /^data:/i.test(address) ? obstacleOf(address) : elsewhere(address);
	};
}

/** Whether its bytes can be taken out of the file as they are written there. */
function isBase64(address: string): boolean {
	const comma = address.indexOf(',');
	return comma >= 0 && /;\s*base64\s*$/i.test(address.slice(0, comma)) && !/[^\w+/=\s-]/.test(address.slice(comma + 1));
}

/** Of a picture that is not taken out: its format may be one that is shown, as far as its address says. */
function obstacleOf(address: string): FoundPicture {
	const [, said = ''] = /^data:\s*([\w/.+-]*)/i.exec(address) ?? [];
	return (shownPictureTypes as readonly string[]).includes(said.toLowerCase()) ? 'written' : 'format';
}

function pictureAt(at: number, address: string): FoundPicture {
	const comma = address.indexOf(',');
	const place = { start: at + comma + 1, length: address.length - comma - 1, coding: 'base64' as const };
	if ((place.length * 3) / 4 > largestPictureBytes + 3) return 'too-large';
	return describePicture(Buffer.from(address.slice(comma + 1), 'base64'), place);
}
