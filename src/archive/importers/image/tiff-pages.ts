/** One page of a TIFF file, as its directory describes it. */
export interface TiffPage {
	/** Of its directory, from the file's beginning. */
	offset: number;
	/** As stored; `orientation` 5 to 8 turn it by a quarter. */
	widthPx: number;
	heightPx: number;
	/** TIFF 6.0, tag 274: 1 is upright. */
	orientation: number;
	/** A smaller copy of another page. */
	isReduced: boolean;
}

const tags = { subfileType: 254, width: 256, height: 257, orientation: 274 };
const entryBytes = 12;
/** A ring of directories, or one made to harm, would go on without end. */
const mostPages = 10_000;

/**
 * The pages of a TIFF 6.0 file, in order, thumbnails left out; throws RangeError where a directory lies outside the file.
 * Only directories are read, never pixels.
 */
export function tiffPages(bytes: Uint8Array): TiffPage[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const isLittle = bytes[0] === 0x49;
	const pages: TiffPage[] = [];
	const seen = new Set<number>();
	for (let offset = view.getUint32(4, isLittle); offset !== 0 && !seen.has(offset) && seen.size < mostPages; ) {
		seen.add(offset);
		const { page, next } = readDirectory(view, offset, isLittle);
		pages.push(page);
		offset = next;
	}
	const whole = pages.filter(({ isReduced }) => !isReduced);
	return whole.length > 0 ? whole : pages;
}

/**
 * The same file with that page, from 1, as its first. Decoders that read one page only are led to any; what the file
 * holds is neither moved nor changed.
 */
export function withPageFirst(bytes: Uint8Array, page: number): Uint8Array {
	const offset = tiffPages(bytes)[page - 1]?.offset;
	if (offset === undefined) throw new RangeError(`no page ${page}`);
	const led = new Uint8Array(bytes);
	new DataView(led.buffer).setUint32(4, offset, bytes[0] === 0x49);
	return led;
}

function readDirectory(view: DataView, offset: number, isLittle: boolean): { page: TiffPage; next: number } {
	const count = view.getUint16(offset, isLittle);
	const values = new Map<number, number>();
	for (let at = offset + 2; at < offset + 2 + count * entryBytes; at += entryBytes) {
		const isShort = view.getUint16(at + 2, isLittle) === 3;
		values.set(
			view.getUint16(at, isLittle),
			isShort ? view.getUint16(at + 8, isLittle) : view.getUint32(at + 8, isLittle),
		);
	}
	return {
		page: {
			offset,
			widthPx: values.get(tags.width) ?? 0,
			heightPx: values.get(tags.height) ?? 0,
			orientation: values.get(tags.orientation) ?? 1,
			isReduced: ((values.get(tags.subfileType) ?? 0) & 1) === 1,
		},
		next: view.getUint32(offset + 2 + count * entryBytes, isLittle),
	};
}
