import type { TextRange } from './annotation.ts';
import type { EditionId, LinkId, RecordId } from './ids.ts';

export const linkTypes = [
	'cites',
	'supports',
	'contradicts',
	'attests',
	'translates',
	'replies-to',
	'same-event',
	'version-of',
	'part-of',
	'discloses',
	'rests-on',
] as const;
export type LinkType = (typeof linkTypes)[number];

export const linkEndKinds = ['record', 'name', 'event', 'annotation'] as const;

/** One end of a link: a thing with an id, or a stretch of a record's text. */
export interface LinkEnd {
	kind: (typeof linkEndKinds)[number];
	id: string;
	/** For kind `record`: the passage range that the link stands on; absent when it is the record as a whole. */
	range?: TextRange;
}

/** `user`: made by hand. `automatic`: made by Lectern from a described source (decision 38). `suggested`: waits for a person. */
export const linkOrigins = ['user', 'automatic', 'suggested'] as const;
export type LinkOrigin = (typeof linkOrigins)[number];

export interface Link {
	id: LinkId;
	type: LinkType;
	from: LinkEnd;
	to: LinkEnd;
	origin: LinkOrigin;
	createdAt: string;
	revision: number;
}

/** A link as one of its ends sees it, with what is needed to show and follow the other end. */
export interface LinkView extends Link {
	/** Which end the viewer asked about. */
	direction: 'outgoing' | 'incoming';
	other: { kind: LinkEnd['kind']; id: string; title: string; holding?: string; dateEdtf?: string; place?: LinkPlace };
	/** ¶ number of the range's first passage on the `from` side, where there is one. */
	fromNumber: number | null;
	/** The same of the `to` side. */
	toNumber: number | null;
}

/** Where an annotation at the other end stands; without an edition when it is on its record as a whole. */
export interface LinkPlace {
	recordId: RecordId;
	editionId?: EditionId;
	ordinal?: number;
}
