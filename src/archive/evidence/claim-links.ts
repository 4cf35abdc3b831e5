import { type Annotation, rangeIn } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { endRangeIn, type LinkEnd, type LinkSide, type PlacedLink } from '#shared/domain/link.ts';
import { rangesOverlap } from '#shared/domain/text-range.ts';

/** A link that speaks of a claim, with its other end. */
export interface ClaimLink {
	link: PlacedLink;
	other: LinkSide;
	/** Whether it stands on the passage of the claim, not on the claim itself. */
	isOnPassage: boolean;
}

/**
 * Which of these links speak of which claim: they end at the claim, at words that it was made on, or, for a claim on a
 * whole record, at that record. Of one on a region of a page only those at the claim do: no link has a region. What supports points one way; what contradicts does so from either end.
 */
export function linksByClaim(claims: readonly Annotation[], links: readonly PlacedLink[]): Map<string, ClaimLink[]> {
	const sides = sidesByPlace(links);
	return new Map(
		claims.map((claim) => {
			const found = new Map<string, ClaimLink>();
			for (const key of placesOf(claim))
				for (const { link, own, other } of sides.get(key) ?? []) {
					if (found.has(link.id) || !touches(link, own, claim) || touches(link, other, claim)) continue;
					found.set(link.id, { link, other, isOnPassage: link[own].kind !== 'annotation' });
				}
			return [claim.id, [...found.values()]];
		}),
	);
}

interface Side {
	link: PlacedLink;
	own: LinkSide;
	other: LinkSide;
}

/** The ends at which a link may speak of a claim, by where they are: only those near a claim are compared with it. */
function sidesByPlace(links: readonly PlacedLink[]): Map<string, Side[]> {
	const sides = links.flatMap((link): Side[] => [
		{ link, own: 'to', other: 'from' },
		...(link.type === 'contradicts' ? [{ link, own: 'from', other: 'to' } as const] : []),
	]);
	const byPlace = new Map<string, Side[]>();
	for (const side of sides)
		for (const place of placesOfEnd(side.link, side.own)) {
			const there = byPlace.get(place);
			if (there) there.push(side);
			else byPlace.set(place, [side]);
		}
	return byPlace;
}

/** The editions in which an end is on words, else what it is. */
function placesOfEnd(link: PlacedLink, side: LinkSide): Iterable<string> {
	const { id, range } = link[side];
	return range ? editionsOf(link, side, range.editionId) : [id];
}

function editionsOf(link: PlacedLink, side: LinkSide, madeOn: EditionId): Set<EditionId> {
	return new Set([madeOn, link.places[side]?.range?.editionId ?? madeOn]);
}

function placesOf(claim: Annotation): string[] {
	const { id, recordId, target, place } = claim;
	if (target) return [id, ...new Set([target.editionId, place?.editionId ?? target.editionId])];
	return isOnWholeRecord(claim) ? [id, recordId] : [id];
}

/** Not one on a region of a page, one that answers another, or one from elsewhere that found no place. */
function isOnWholeRecord({ target, region, replyToId, origin }: Annotation): boolean {
	return target === null && region === null && replyToId === null && origin === null;
}

/** Words are compared in every edition in which both have them: each may have been made on another. */
function touches(link: PlacedLink, side: LinkSide, claim: Annotation): boolean {
	const { kind, id, range }: LinkEnd = link[side];
	if (kind === 'annotation') return id === claim.id;
	if (kind !== 'record') return false;
	if (claim.target) {
		if (!range) return false;
		return [...editionsOf(link, side, range.editionId)].some((edition) => {
			const [ends, words] = [endRangeIn(link, side, edition), rangeIn(claim, edition)];
			return ends !== null && words !== null && rangesOverlap(ends, words);
		});
	}
	return range === undefined && id === claim.recordId && isOnWholeRecord(claim);
}
