import { expect, test } from 'vitest';
import type { LinkEnd } from '#shared/domain/link.ts';
import { keyOf, orientedEnds, relationsOf } from './link-relations.ts';

const claim: LinkEnd = { kind: 'annotation', id: 'claim' };
const record: LinkEnd = { kind: 'record', id: 'record' };

test('each relation is offered once; at a claim, what leads to evidence comes first', () => {
	const all = relationsOf({}).map(keyOf);
	expect(new Set(all).size).toBe(all.length);
	expect(all[0]).toBe('cites outgoing');
	const atClaim = relationsOf({ purpose: 'claim' }).map(keyOf);
	expect(atClaim.slice(0, 2)).toEqual(['supports incoming', 'contradicts incoming']);
	expect(atClaim.toSorted()).toEqual(all.toSorted());
	expect(relationsOf({ purpose: 'evidence' }).map(keyOf)[0]).toBe('supports outgoing');
});

test('what is said from the other side turns the ends around', () => {
	expect(orientedEnds({ type: 'supports', direction: 'incoming' }, claim, record)).toEqual({ from: record, to: claim });
	expect(orientedEnds({ type: 'supports', direction: 'outgoing' }, claim, record)).toEqual({ from: claim, to: record });
});

test('at an event, what speaks of it: it is attested, contradicted, or told again', () => {
	const atEvent = relationsOf({ end: { kind: 'event', id: 'sample' } }).map(keyOf);
	expect(atEvent).toEqual(['attests incoming', 'contradicts incoming', 'same-event outgoing']);
});
