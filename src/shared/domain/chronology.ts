import type { EventId } from './ids.ts';

/** What the lanes of a chronology are told apart by. */
export const laneKinds = ['kind', 'place', 'person', 'collection', 'none'] as const;
export type LaneKind = (typeof laneKinds)[number];

/** A table for other programs, everything that is known, or the picture. */
export const chronologyFormats = ['csv', 'json', 'svg'] as const;
export type ChronologyFormat = (typeof chronologyFormats)[number];

/** Which events to export (all, or these), and the lanes that they stand in. */
export interface ChronologyChoice {
	ids?: EventId[];
	lanes?: LaneKind;
	/** What the picture is fitted to, where it is narrowed to some years. */
	years?: Years;
}

/** Both included; null is an open end. */
export interface Years {
	fromYear: number | null;
	toYear: number | null;
}
