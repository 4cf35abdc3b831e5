import { largestPictureBytes } from '#shared/domain/figure.ts';
import { describePicture, type FoundPicture } from '../figures.ts';

/** What of the file says how it is cut into parts. */
const headBytes = 64 * 1024;
/** More parts than any page has. */
const mostParts = 10_000;

/**
 * Finds the pictures of a page that was saved in one file (MHTML, RFC 2557) among the parts of that file, by the address
 * or the id that each has. Only those in base64 are shown: programs write none in another way.
 *
 * @param address of the page; its pictures may have theirs from there
 */
export function picturesInParts(bytes: Uint8Array, address: string): (source: string) => FoundPicture {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts = partsOf(file, address);
	const found = new Map<Part, FoundPicture>();
	return (source) => {
		const at = parts.get(/^cid:/i.test(source) ? source.replace(/^cid:/i, 'cid:') : absolute(source, address));
		if (!at) return source === '' ? 'missing' : 'elsewhere';
		// A page may show one part a thousand times.
		const picture = found.get(at) ?? pictureIn(file, at);
		found.set(at, picture);
		return picture;
	};
}

interface Part {
	start: number;
	end: number;
	isBase64: boolean;
}

function partsOf(file: Buffer, address: string): ReadonlyMap<string, Part> {
	const parts = new Map<string, Part>();
	const head = file.toString('latin1', 0, headBytes);
	const boundary = /boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/i.exec(head);
	const delimiter = boundary && `\n--${boundary[1] ?? boundary[2]}`;
	if (!delimiter) return parts;
	let from = file.indexOf(delimiter, 0, 'latin1');
	for (let count = 0; from >= 0 && count < mostParts; count += 1) {
		const next = file.indexOf(delimiter, from + delimiter.length, 'latin1');
		const end = next < 0 ? file.length : next;
		const headers = file.toString('latin1', from, Math.min(end, from + headBytes));
		const blank = /\r?\n\r?\n/.exec(headers);
		if (blank) {
			const part = { start: from + blank.index + blank[0].length, end, isBase64: false };
			addPart(parts, headers.slice(0, blank.index).replaceAll(/\r?\n[ \t]+/g, ' '), part, address);
		}
		from = next;
	}
	return parts;
}

function addPart(parts: Map<string, Part>, headers: string, part: Part, address: string): void {
	const header = (name: string) => new RegExp(`^${name}:(.*)`, 'im').exec(headers)?.[1]?.trim() ?? '';
	const placed = { ...part, isBase64: /^base64$/i.test(header('content-transfer-encoding')) };
	const location = header('content-location').replaceAll(/\s+/g, '');
	const id = header('content-id').replaceAll(/[<>]/g, '');
	for (const key of [location && absolute(location, address), id && `cid:${id}`])
		if (key && !parts.has(key)) parts.set(key, placed);
}

function absolute(source: string, address: string): string {
	return URL.canParse(source, address) ? new URL(source, address).href : source;
}

function pictureIn(file: Buffer, { start, end, isBase64 }: Part): FoundPicture {
	if (!isBase64) return 'written';
	if (end - start > 2 * largestPictureBytes) return 'too-large';
	const bytes = Buffer.from(file.toString('latin1', start, end), 'base64');
	return describePicture(bytes, { start, length: end - start, coding: 'base64' });
}
