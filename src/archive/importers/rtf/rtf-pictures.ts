import { largestPictureBytes } from '#shared/domain/figure.ts';
import { describePicture, type FoundPicture } from '../figures.ts';

/** Where in the file the bytes of a picture lie: as they are, or each as two hexadecimal digits, in lines. */
export interface RtfPicture {
	start: number;
	end: number;
	coding: 'hex' | 'stored';
}

/** Stands in the tree of the text for an address. */
export function pictureAddress({ start, end, coding }: RtfPicture): string {
	return `rtf:${coding}:${start}:${end}`;
}

/** Finds the pictures of a file by these addresses; most that old programs write are of a format that no window draws. */
export function picturesInRtf(bytes: Uint8Array): (address: string) => FoundPicture {
	return (address) => {
		const [, coding, from, to] = address.split(':');
		const [start, length] = [Number(from), Number(to) - Number(from)];
		if (coding === 'stored')
			return describePicture(bytes.subarray(start, start + length), { start, length, coding: 'stored' });
		if (length > 3 * largestPictureBytes) return 'too-large';
		const digits = Buffer.from(bytes.buffer, bytes.byteOffset + start, length)
			.toString('latin1')
			.replaceAll(/\s+/g, '');
		return describePicture(Buffer.from(digits, 'hex'), { start, length, coding: 'hex' });
	};
}
