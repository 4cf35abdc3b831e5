/** In its own pixels. */
export interface ImageSize {
	width: number;
	height: number;
}

/**
 * The size that an image says it has, before anything of it is decoded; null where it does not say, or is none of JPEG
 * (ITU-T T.81), PNG (ISO 15948) and WebP (RFC 9649). Turning by EXIF is left aside.
 */
export function imageSize(bytes: Uint8Array): ImageSize | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
		if (view.getUint16(0) === 0xffd8) return jpegSize(view);
		if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
	}
	return null;
}

/** In the first frame header; a hierarchical file has more, none of them larger. */
function jpegSize(view: DataView): ImageSize | null {
	for (let at = 2; ; ) {
		const marker = view.getUint16(at);
		if (marker === 0xffff) {
			at += 1;
			continue;
		}
		const kind = marker & 0xff;
		if (marker >> 8 !== 0xff || kind === 0xd9 || kind === 0xda) return null;
		const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
		if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		at += 2 + view.getUint16(at + 2);
	}
}

function webpSize(view: DataView): ImageSize | null {
	const kind = view.getUint32(12);
	if (kind === 0x56503858) return { width: 1 + threeBytes(view, 24), height: 1 + threeBytes(view, 27) };
	if (kind === 0x5650384c) {
		const bits = view.getUint32(21, true);
		return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
	}
	if (kind !== 0x56503820) return null;
	return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

function threeBytes(view: DataView, at: number): number {
	return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
