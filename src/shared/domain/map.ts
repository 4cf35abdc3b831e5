import type { EventId, NameId, RecordId, Sha256 } from './ids.ts';
import type { NameForm, NameKind } from './name.ts';
import type { GeoPoint, PlaceCoordinates } from './place-coordinates.ts';

/**
 * Which forms of a name label its place, in every copy of the archive: '' the main one of the interface's language,
 * `all` each one, else the main one of this language (BCP 47).
 */
export type PlaceLabels = '' | 'all' | (string & {});

/** A place with all that the map says of it. */
export interface MapPlace {
	id: NameId;
	kind: NameKind;
	/** As it is labelled. */
	label: string;
	forms: readonly NameForm[];
	/** As each source states them; empty where nobody said where it lies. */
	coordinates: readonly PlaceCoordinates[];
	/** What took place there, of the years that are shown. */
	eventIds: readonly EventId[];
}

/** A file that a record holds and that can be laid on the map. */
interface LayerFile {
	recordId: RecordId;
	/** That of the record; the file's name where the record holds several. */
	title: string;
	fileName: string;
	sha256: Sha256;
	sizeBytes: number;
}

/** A scan, and the file beside it that says where it lies. */
export interface ScanLayer extends LayerFile {
	kind: 'scan';
	mediaType: string;
	world: Pick<LayerFile, 'fileName' | 'sha256' | 'sizeBytes'>;
}

/** `shapes`: places, lines and areas (GeoJSON). `tiles`: a map cut into tiles (PMTiles). */
export type MapLayer = (LayerFile & { kind: 'shapes' | 'tiles' }) | ScanLayer;

/** A picture that can be laid on the map. */
export interface HeldPicture extends Omit<LayerFile, 'sizeBytes'> {
	widthPx: number;
	heightPx: number;
}

/** Where the corners of a picture lie, clockwise from the upper left one. */
export type ScanCorners = readonly [topLeft: GeoPoint, topRight: GeoPoint, bottomRight: GeoPoint, bottomLeft: GeoPoint];

/** Kinds of pictures that a window draws. */
export const drawnPictureTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** A record may hold several, and records the same. */
export function layerKey({ recordId, sha256 }: Pick<MapLayer, 'recordId' | 'sha256'>): string {
	return `${recordId} ${sha256}`;
}

/**
 * By the ending of its name; what is in it is not looked into until it is drawn. Null for what is no layer by itself, as
 * a scan is not.
 */
export function layerKindOf(fileName: string): 'shapes' | 'tiles' | null {
	if (/\.geojson$/i.test(fileName)) return 'shapes';
	return /\.pmtiles$/i.test(fileName) ? 'tiles' : null;
}

/** The most bytes of a file of shapes that are read: what a window draws without stopping. */
export const mostLayerBytes = 12_000_000;

/** A part of the earth, in degrees. West and east may lie beyond the 180th meridian, since a picture may. */
export interface GeoBounds {
	west: number;
	south: number;
	east: number;
	north: number;
}

/** What of the map is wanted. */
export interface MapChoice {
	/** Both included; null is an open end. With either only places are shown where something may have taken place then. */
	fromYear?: number | null;
	toYear?: number | null;
}

/** Shapes as paths of SVG in degrees: x is the longitude, y the latitude to the south. */
export interface ExportedShapes {
	/** What they are cut off at: a tile reaches beyond its edges. Null for what is whole. */
	frame: GeoBounds | null;
	areas: string[];
	lines: string[];
	/** Lines of no length, whose caps are what is seen. */
	points: string[];
}

/** A picture in the exported one, or what of it is wanted. */
export interface ExportedPicture {
	mediaType: string;
	/** In base64. */
	bytes: string;
	widthPx: number;
	heightPx: number;
	/** Where it lies: as a whole, or in strips of its rows that are stretched each by itself. */
	parts: ExportedPart[];
}

export interface ExportedPart {
	fromRow: number;
	toRow: number;
	/** From the picture's own pixels to the exported one's, as `matrix()` of SVG has it. */
	matrix: [a: number, b: number, c: number, d: number, e: number, f: number];
}

/** A layer of the user's, as it was drawn for the exported picture. */
export interface ExportedLayer {
	recordId: RecordId;
	sha256: Sha256;
	/** From 0 to 1. */
	opacity: number;
	shapes: ExportedShapes[];
	/** What lies below all lines. */
	pictures: ExportedPicture[];
}

/** How many events and layers were left out, since access to their records is not open. */
export interface MapExportSummary {
	exported: number;
	withheld: number;
	withheldLayers: number;
}

export interface MapExport extends MapChoice {
	hasBorders?: boolean;
	/** Of a picture. Those whose records are not open are left out. */
	layers?: readonly ExportedLayer[];
	/** What a picture has to show at least; all that has coordinates unless given. Data has every place. */
	bounds?: GeoBounds;
}

export const mapFormats = ['geojson', 'svg'] as const;
export type MapFormat = (typeof mapFormats)[number];
