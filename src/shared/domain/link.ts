import { isSurePlacement, type Placement, type TextRange } from './annotation.ts';
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

/** `user`: made by hand. `automatic`: made by Lectern from a described source. `suggested`: waits for a person. */
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

export const linkSides = ['from', 'to'] as const;
/** Which of its two ends. */
export type LinkSide = (typeof linkSides)[number];

/** Where the words at an end of a link stand in the edition that their record shows: as an annotation's place does. */
export interface EndPlace {
	/** Null while it is unplaced and where it was left; a guess while it needs review. */
	range: TextRange | null;
	placement: Placement;
}

/** A link, and where its ends are now; null for an end that is on no words. */
export interface PlacedLink extends Link {
	places: Record<LinkSide, EndPlace | null>;
}

/** A link as one of its ends sees it, with what is needed to show and follow the other end. */
export interface LinkView extends PlacedLink {
	/** Which end the viewer asked about. */
	direction: 'outgoing' | 'incoming';
	/** The words that each end was made on, where it does not stand surely on them; '' otherwise. */
	words: Record<LinkSide, string>;
	other: { kind: LinkEnd['kind']; id: string; title: string; holding?: string; dateEdtf?: string; place?: LinkPlace };
	/** ¶ number of the first passage on the `from` side, where that stands now or else was made; null where there is none. */
	fromNumber: number | null;
	/** The same of the `to` side. */
	toNumber: number | null;
}

/** Where an end of a link stands in one edition that it was not made on. */
export interface LinkEndPlace extends EndPlace {
	linkId: LinkId;
	side: LinkSide;
}

/**
 * Links as they stand in an edition that is open, where the record shows another one: an end that was made there, or whose
 * place there is known, has that place and its ¶ number there; one that stands nowhere for sure has no number.
 *
 * @param blocks of that edition, in the order of their ordinals
 */
export function linksIn(links: readonly LinkView[], { recordId, editionId, places, blocks }: OpenEdition): LinkView[] {
	const placeOf = new Map(places.map((place) => [`${place.linkId} ${place.side}`, place]));
	return links.map((link) => {
		const seen = { ...link, places: { ...link.places } };
		for (const side of linkSides) {
			const { id, range: made } = link[side];
			const isMadeHere = made?.editionId === editionId;
			const place = isMadeHere ? ({ range: made, placement: 'placed' } as const) : placeOf.get(`${link.id} ${side}`);
			if (id !== recordId || !made) continue;
			// The number of another edition would name another passage of this one.
			const sure = place && isSurelyPlaced(place) ? place.range : null;
			seen[numberAt[side]] = sure ? (blocks[sure.startOrdinal]?.number ?? null) : null;
			if (place) seen.places[side] = { range: place.range, placement: place.placement };
		}
		return seen;
	});
}

interface OpenEdition {
	recordId: RecordId;
	editionId: EditionId;
	/** Of the record's links in that edition. */
	places: readonly LinkEndPlace[];
	blocks: readonly { number: number | null }[];
}

const numberAt = { from: 'fromNumber', to: 'toNumber' } as const;

/** Where an annotation at the other end stands; without an edition when it is on its record as a whole. */
export interface LinkPlace {
	recordId: RecordId;
	editionId?: EditionId;
	ordinal?: number;
}

export function ownSide({ direction }: Pick<LinkView, 'direction'>): LinkSide {
	return direction === 'outgoing' ? 'from' : 'to';
}

export function otherSide({ direction }: Pick<LinkView, 'direction'>): LinkSide {
	return direction === 'outgoing' ? 'to' : 'from';
}

/** Whether an end stands on the words it was made on, or on none. */
export function isSurelyPlaced(place: EndPlace | null): boolean {
	return place === null || isSurePlacement(place.placement);
}

/**
 * Where an end of a link stands in one edition: where it was made, or where its words were found again. Null if nowhere,
 * and while its place is a guess: no link is shown on words it was not made on.
 */
export function endRangeIn(link: PlacedLink, side: LinkSide, editionId: EditionId | null): TextRange | null {
	const made = link[side].range;
	if (made && made.editionId === editionId) return made;
	const place = link.places[side];
	return place?.range?.editionId === editionId && isSurelyPlaced(place) ? place.range : null;
}

/** The passages of an edition of a record that a link stands on, with either end. */
export function passagesOf(link: PlacedLink, recordId: RecordId, editionId: EditionId): number[] {
	const ordinals = new Set<number>();
	for (const side of linkSides) {
		const range = link[side].id === recordId ? endRangeIn(link, side, editionId) : null;
		if (!range) continue;
		for (let ordinal = range.startOrdinal; ordinal <= range.endOrdinal; ordinal += 1) ordinals.add(ordinal);
	}
	return [...ordinals];
}

/** Where an end of a link is to be shown and followed to: where its words stand now if that is sure, else where it was made. */
export function shownRange(link: PlacedLink, side: LinkSide): TextRange | null {
	const place = link.places[side];
	return (isSurelyPlaced(place) ? place?.range : null) ?? link[side].range ?? null;
}
