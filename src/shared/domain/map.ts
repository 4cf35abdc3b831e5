import type { EventId, NameId, RecordId, Sha256 } from './ids.ts';
import type { NameForm, NameKind } from './name.ts';
import type { PlaceCoordinates } from './place-coordinates.ts';

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

/** A file of places, lines and areas (GeoJSON) that a record holds. */
export interface MapLayer {
	recordId: RecordId;
	/** That of the record; the file's name where the record holds several. */
	title: string;
	fileName: string;
	sha256: Sha256;
	sizeBytes: number;
}

/** A record may hold several, and records the same. */
export function layerKey({ recordId, sha256 }: MapLayer): string {
	return `${recordId} ${sha256}`;
}

/** The most bytes of a layer that are read: what a window draws without stopping. */
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

export interface MapExport extends MapChoice {
	hasBorders?: boolean;
	/** What a picture has to show at least; all that has coordinates unless given. Data has every place. */
	bounds?: GeoBounds;
}

export const mapFormats = ['geojson', 'svg'] as const;
export type MapFormat = (typeof mapFormats)[number];
