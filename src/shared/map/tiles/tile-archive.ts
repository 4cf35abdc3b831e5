import { Compression, type Header, PMTiles, type Source, TileType } from 'pmtiles';
import { AppError } from '../../domain/app-error.ts';
import type { GeoBounds } from '../../domain/map.ts';
import { message } from '../../messages/messages.ts';
import { type TilePlace, tileX, tileY } from './tile-grid.ts';

/** What is in one tile, unpacked. */
export type TileContent =
	| { kind: 'shapes'; bytes: Uint8Array<ArrayBuffer> }
	| { kind: 'picture'; bytes: Uint8Array<ArrayBuffer>; mediaType: string };

/** Some bytes of a file; fewer than were asked for where it ends before. */
export type ReadBytes = (offset: number, length: number) => Promise<ArrayBuffer>;

interface ArchivedFile {
	/** As sentences give it. */
	file: string;
	sizeBytes: number;
	read: ReadBytes;
	/** Unpacks gzip; rejects where there is more than that. Each host has its own way. */
	unpack(packed: ArrayBuffer, mostBytes: number): Promise<ArrayBuffer>;
}

/** Unpacked: a tile that is made to be drawn has less than one, and a directory of a tile archive some 300 kB. */
const mostUnpackedBytes = 8_000_000;
/** Deeper tiles are smaller than a hand on the ground, and their numbers no longer exact. */
const deepestZoom = 24;

const pictureTypes: Readonly<Partial<Record<TileType, string>>> = {
	[TileType.Png]: 'image/png',
	[TileType.Jpeg]: 'image/jpeg',
	[TileType.Webp]: 'image/webp',
};

/**
 * Tiles of a map in one file (PMTiles, version 3), read where they are wanted. What does not hold is refused with its
 * reason; nothing is unpacked beyond what a tile can need.
 */
export class TileArchive {
	readonly bounds: GeoBounds;
	readonly zooms: { least: number; most: number };
	readonly #tiles: PMTiles;
	readonly #type: TileType;
	readonly #file: string;

	private constructor(tiles: PMTiles, header: Header, file: string) {
		this.#tiles = tiles;
		this.#type = header.tileType;
		this.#file = file;
		this.zooms = { least: header.minZoom, most: header.maxZoom };
		this.bounds = { west: header.minLon, south: header.minLat, east: header.maxLon, north: header.maxLat };
	}

	/** Throws unreadable-file with the reason for what is no tile archive, or none whose tiles can be drawn. */
	static async open({ file, sizeBytes, read, unpack }: ArchivedFile): Promise<TileArchive> {
		const source: Source = {
			getKey: () => '',
			async getBytes(offset, length) {
				if (!(offset >= 0 && length >= 0 && offset < sizeBytes)) throw new RangeError('beyond the end of the file');
				// Only the beginning, which is as long as it may be, is asked for by a length that nothing states.
				if (offset > 0 && offset + length > sizeBytes) throw new RangeError('cut off');
				const wanted = Math.min(length, sizeBytes - offset);
				if (wanted > mostUnpackedBytes) throw new RangeError('too large');
				return { data: await read(offset, wanted) };
			},
		};
		const tiles = new PMTiles(source, undefined, async (packed, compression) =>
			compression === Compression.Gzip ? unpack(packed, mostUnpackedBytes) : packed,
		);
		const refuse = (key: 'broken' | 'kind' | 'packing' | 'version', detail = {}, cause?: unknown) =>
			new AppError('unreadable-file', { file, reason: message(`map.tiles.${key}`, detail) }, { cause });
		let header: Header;
		try {
			header = await tiles.getHeader();
		} catch (cause) {
			if (cause instanceof AppError) throw cause;
			throw refuse('broken', {}, cause);
		}
		const isPacked = [header.internalCompression, header.tileCompression].some(
			(compression) => compression !== Compression.None && compression !== Compression.Gzip,
		);
		if (header.specVersion !== 3) throw refuse('version', { version: String(header.specVersion) });
		if (isPacked) throw refuse('packing');
		if (header.tileType !== TileType.Mvt && !pictureTypes[header.tileType]) throw refuse('kind');
		if (!isSensible(header)) throw refuse('broken');
		return new TileArchive(tiles, header, file);
	}

	/** The tile of the coarsest zoom that the middle lies in. */
	get first(): TilePlace {
		const { west, south, east, north } = this.bounds;
		const z = this.zooms.least;
		const within = (tile: number) => Math.max(0, Math.min(2 ** z - 1, Math.floor(tile)));
		return { z, x: within(tileX((west + east) / 2, z)), y: within(tileY((south + north) / 2, z)) };
	}

	/** Null where there is no such tile. Throws unreadable-file for one that cannot be read. */
	async tile(place: TilePlace): Promise<TileContent | null> {
		const { z, x, y } = place;
		try {
			const found = await this.#tiles.getZxy(z, x, y);
			if (!found) return null;
			// A copy: what is not packed is kept by the library, and bytes go over to the worker that reads them.
			const bytes = new Uint8Array(found.data.slice(0));
			const mediaType = pictureTypes[this.#type];
			return mediaType ? { kind: 'picture', bytes, mediaType } : { kind: 'shapes', bytes };
		} catch (cause) {
			throw cause instanceof AppError ? cause : this.fault(place, cause);
		}
	}

	/** What is said of a tile that cannot be drawn. */
	fault({ z, x, y }: TilePlace, cause?: unknown): AppError {
		const reason = message('map.tiles.tile', { tile: `${z}/${x}/${y}` });
		return new AppError('unreadable-file', { file: this.#file, reason }, { cause });
	}
}

function isSensible({ minZoom, maxZoom, minLon, maxLon, minLat, maxLat }: Header): boolean {
	return minZoom <= maxZoom && maxZoom <= deepestZoom && minLon < maxLon && minLat < maxLat;
}
