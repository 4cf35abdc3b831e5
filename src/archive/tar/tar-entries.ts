import { decode, decodeLongPath, decodePax, type TarHeader } from 'tar-stream/headers.js';
import { ByteReader } from './byte-reader.ts';

const blockBytes = 512;
/** Longer than any path: what a header before the header may take. */
const longestExtra = 1024 * 1024;

/** Something in a TAR file, in its order. */
export interface TarEntry {
	/** As it is written there; that of a header of POSIX 2001 is UTF-8. */
	name: Buffer;
	/** Whether the format says how the name is encoded. */
	saysEncoding: boolean;
	kind: 'file' | 'folder' | 'other';
	/** Of its bytes in the (unfolded) TAR file. */
	offset: number;
	sizeBytes: number;
	/** Invalid where it is none. */
	modifiedAt: Date;
}

/** What headers before an entry's own say of it. */
interface Extra {
	name?: Buffer;
	pax?: Record<string, string>;
}

/**
 * The entries of a TAR file (POSIX ustar and pax, GNU), their bytes skipped. Each header's checksum is compared. Throws
 * where it is damaged or ends within an entry.
 */
export async function* readTarEntries(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
	const reader = new ByteReader(pieces);
	let extra: Extra = {};
	for (;;) {
		const block = await reader.take(blockBytes);
		// A file without the two empty blocks at its end is whole all the same: some programs leave them out.
		const header = block && decode(block, 'latin1', true);
		if (!header) return;
		if (isExtra(header)) {
			const bytes = await takeExtra(reader, header.size);
			if (header.type === 'pax-header') extra = { ...extra, pax: decodePax(bytes) };
			if (header.type === 'gnu-long-path')
				extra = { ...extra, name: Buffer.from(decodeLongPath(bytes, 'latin1'), 'latin1') };
			continue;
		}
		const entry = toEntry(header, extra, reader.position);
		extra = {};
		yield entry;
		if (!(await reader.skip(padded(entry.sizeBytes)))) throw new RangeError('the TAR file ends within an entry');
	}
}

function toEntry(header: TarHeader, { name, pax = {} }: Extra, offset: number): TarEntry {
	const sizeBytes = pax.size === undefined ? header.size : Number(pax.size);
	if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) throw new RangeError('size of an entry');
	const isSparse = Object.keys(pax).some((key) => key.startsWith('GNU.sparse'));
	const isFile = (header.type === 'file' || header.type === 'contiguous-file') && !isSparse;
	return {
		name: pax.path === undefined ? (name ?? Buffer.from(header.name, 'latin1')) : Buffer.from(pax.path),
		saysEncoding: pax.path !== undefined,
		kind: header.type === 'directory' ? 'folder' : isFile ? 'file' : 'other',
		offset,
		sizeBytes,
		modifiedAt: pax.mtime === undefined ? header.mtime : new Date(Number(pax.mtime) * 1000),
	};
}

function isExtra({ type }: TarHeader): boolean {
	return /^(?:pax|gnu-long)/.test(type ?? '');
}

async function takeExtra(reader: ByteReader, sizeBytes: number): Promise<Buffer> {
	if (!(sizeBytes <= longestExtra)) throw new RangeError('header of an entry');
	const bytes = await reader.take(padded(sizeBytes));
	if (!bytes) throw new RangeError('the TAR file ends within a header');
	return bytes.subarray(0, sizeBytes);
}

function padded(sizeBytes: number): number {
	return Math.ceil(sizeBytes / blockBytes) * blockBytes;
}
