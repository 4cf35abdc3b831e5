import { type Annotation, rangeIn } from '#shared/domain/annotation.ts';
import type { Link, LinkEnd } from '#shared/domain/link.ts';
import { rangesOverlap } from '#shared/domain/text-range.ts';

/** A link that speaks of a claim, with its other end. */
export interface ClaimLink {
	link: Link;
	other: LinkEnd;
	/** Whether it stands on the passage of the claim, not on the claim itself. */
	isOnPassage: boolean;
}

/**
 * Which of these links speak of which claim: they end at the claim, at words that it was made on, or, for a claim on a
 * whole record, at that record. What supports points one way; what contradicts does so from either end.
 */
export function linksByClaim(claims: readonly Annotation[], links: readonly Link[]): Map<string, ClaimLink[]> {
	const sides = sidesByPlace(links);
	return new Map(
		claims.map((claim) => {
			const found = new Map<string, ClaimLink>();
			for (const key of placesOf(claim))
				for (const { link, own, other } of sides.get(key) ?? []) {
					if (found.has(link.id) || !touches(own, claim) || touches(other, claim)) continue;
					found.set(link.id, { link, other, isOnPassage: own.kind !== 'annotation' });
				}
			return [claim.id, [...found.values()]];
		}),
	);
}

interface Side {
	link: Link;
	own: LinkEnd;
	other: LinkEnd;
}

/** The ends at which a link may speak of a claim, by where they are: only those near a claim are compared with it. */
function sidesByPlace(links: readonly Link[]): Map<string, Side[]> {
	const sides = links.flatMap((link): Side[] => [
		{ link, own: link.to, other: link.from },
		...(link.type === 'contradicts' ? [{ link, own: link.from, other: link.to }] : []),
	]);
	const byPlace = new Map<string, Side[]>();
	for (const side of sides) {
		const place = side.own.range?.editionId ?? side.own.id;
		const there = byPlace.get(place);
		if (there) there.push(side);
		else byPlace.set(place, [side]);
	}
	return byPlace;
}

function placesOf({ id, recordId, target, place }: Annotation): string[] {
	return [id, ...(target ? new Set([target.editionId, place?.editionId ?? target.editionId]) : [recordId])];
}

function touches({ kind, id, range }: LinkEnd, claim: Annotation): boolean {
	if (kind === 'annotation') return id === claim.id;
	if (kind !== 'record') return false;
	if (claim.target) {
		const words = range ? rangeIn(claim, range.editionId) : null;
		return range !== undefined && words !== null && rangesOverlap(range, words);
	}
	return range === undefined && id === claim.recordId && claim.origin === null;
}
