declare module 'tar-stream/headers.js' {
	export interface TarHeader {
		name: string;
		size: number;
		mtime: Date;
		/** Null for a kind that is not known. */
		type: string | null;
	}

	/** Null for an empty block; throws where the checksum differs. */
	export function decode(block: Uint8Array, encoding: BufferEncoding, allowUnknownFormat: boolean): TarHeader | null;
	export function decodePax(bytes: Uint8Array): Record<string, string>;
	export function decodeLongPath(bytes: Uint8Array, encoding: BufferEncoding): string;
}
