import { type LinkEnd, type LinkType, type LinkView, linkTypes } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';
import type { LinkSubject } from './links-store.ts';

/** What a link says, from the side it is made at. */
export interface Relation {
	type: LinkType;
	direction: LinkView['direction'];
}

export type RelationKey = `${LinkType} ${LinkView['direction']}`;

/** Those that people make by hand; the others come with what Lectern knows of its sources. */
const offeredTypes = ['cites', 'supports', 'contradicts', 'attests', 'translates', 'replies-to', 'same-event'] as const;

/** The same from both sides, so that it is offered once. */
const symmetrical: ReadonlySet<LinkType> = new Set(['same-event']);

const onClaims: readonly Relation[] = [
	{ type: 'supports', direction: 'incoming' },
	{ type: 'contradicts', direction: 'incoming' },
	{ type: 'supports', direction: 'outgoing' },
	{ type: 'contradicts', direction: 'outgoing' },
];

const onEvidence: readonly Relation[] = [
	{ type: 'supports', direction: 'outgoing' },
	{ type: 'contradicts', direction: 'outgoing' },
];

/** A district is a part of a region, a department of a ministry. */
const onNames: readonly Relation[] = [
	{ type: 'part-of', direction: 'outgoing' },
	{ type: 'part-of', direction: 'incoming' },
	{ type: 'attests', direction: 'incoming' },
	{ type: 'cites', direction: 'incoming' },
];

const onEvents: readonly Relation[] = [
	{ type: 'attests', direction: 'incoming' },
	{ type: 'contradicts', direction: 'incoming' },
	{ type: 'same-event', direction: 'outgoing' },
];

/** The relations to choose from; the likeliest first. */
export function relationsOf({ purpose, end }: Pick<LinkSubject, 'purpose'> & { end?: LinkEnd }): Relation[] {
	if (end?.kind === 'event') return [...onEvents];
	if (end?.kind === 'name') return [...onNames];
	const all = offeredTypes.flatMap((type): Relation[] => [
		{ type, direction: 'outgoing' },
		...(symmetrical.has(type) ? [] : [{ type, direction: 'incoming' } as const]),
	]);
	const first = purpose === 'claim' ? onClaims : purpose === 'evidence' ? onEvidence : [];
	return [...new Map([...first, ...all].map((relation) => [keyOf(relation), relation])).values()];
}

export function keyOf({ type, direction }: Relation): RelationKey {
	return `${type} ${direction}`;
}

export function relationName({ type, direction }: Relation): string {
	return message(`links.${direction}.${type}`);
}

/** Which end is `from` and which is `to`. */
export function orientedEnds({ direction }: Relation, own: LinkEnd, other: LinkEnd): { from: LinkEnd; to: LinkEnd } {
	return direction === 'outgoing' ? { from: own, to: other } : { from: other, to: own };
}

export function compareRelations(a: Relation, b: Relation): number {
	return (
		linkTypes.indexOf(a.type) - linkTypes.indexOf(b.type) ||
		Number(a.direction === 'incoming') - Number(b.direction === 'incoming')
	);
}
