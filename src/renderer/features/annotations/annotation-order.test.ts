import { describe, expect, it } from 'vitest';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotationId, EditionId } from '#shared/domain/ids.ts';
import { annotationAt, countByPassage, threadsOf } from './annotation-order.ts';

const editionId = 'edition-a' as EditionId;
const blocks = ['alpha beta', '', 'gamma delta'].map((text, ordinal) => ({ ordinal, text }));

function annotation(id: string, place: [number, number, number, number] | null, fields: Partial<Annotation> = {}) {
	const [startOrdinal = 0, startOffset = 0, endOrdinal = 0, endOffset = 0] = place ?? [];
	const range = { editionId, startOrdinal, startOffset, endOrdinal, endOffset };
	return {
		id: id as AnnotationId,
		target: place ? { ...range, exact: '', prefix: '', suffix: '' } : null,
		place: place ? range : null,
		createdAt: '2026-01-01T00:00:00.000Z',
		replyToId: null,
		...fields,
	} as Annotation;
}

describe('threadsOf', () => {
	it('follows the text, notes on the record first, and gathers replies to replies', () => {
		const later = { createdAt: '2026-01-02T00:00:00.000Z' };
		const threads = threadsOf([
			annotation('inner', [0, 2, 0, 4]),
			annotation('second-reply', null, { replyToId: 'reply' as AnnotationId, ...later }),
			annotation('outer', [0, 2, 2, 4]),
			annotation('reply', null, { replyToId: 'inner' as AnnotationId }),
			annotation('whole', null),
		]);
		expect(threads.map(({ annotation: { id } }) => id)).toEqual(['whole', 'outer', 'inner']);
		expect(threads[2]?.replies.map(({ id }) => id)).toEqual(['reply', 'second-reply']);
	});

	it('hides nothing when replies have lost their note or point at each other', () => {
		const orphan = annotation('orphan', null, { replyToId: 'gone' as AnnotationId });
		expect(threadsOf([orphan]).map(({ annotation: { id } }) => id)).toEqual(['orphan']);
	});
});

describe('annotationAt', () => {
	it('takes the shortest of the marks on a place', () => {
		const all = [annotation('long', [0, 0, 2, 5]), annotation('short', [0, 6, 0, 10])];
		expect(annotationAt(all, { ordinal: 0, offset: 7 }, { blocks, editionId })?.id).toBe('short');
		expect(annotationAt(all, { ordinal: 2, offset: 0 }, { blocks, editionId })?.id).toBe('long');
		expect(annotationAt(all, { ordinal: 2, offset: 5 }, { blocks, editionId })).toBeNull();
	});
});

describe('countByPassage', () => {
	it('counts a mark on every passage it runs over', () => {
		const targets = [annotation('a', [0, 0, 2, 5]), annotation('b', [2, 0, 2, 5])].flatMap(
			({ target }) => target ?? [],
		);
		expect([...countByPassage(targets)]).toEqual([
			[0, 1],
			[1, 1],
			[2, 2],
		]);
	});
});
