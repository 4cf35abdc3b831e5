import { expect, test } from 'vitest';
import type { Purpose } from './annotation.ts';
import { removalStep } from './annotation-steps.ts';
import type { AnnotationId } from './ids.ts';

const one = (id: string, purpose: Purpose, replyToId: string | null = null) => ({
	id: id as AnnotationId,
	purpose,
	replyToId: replyToId as AnnotationId | null,
});

test('one that is removed is named, with the replies that go along', () => {
	expect(removalStep([one('a', 'claim')])).toBe('claimRemoved');
	expect(removalStep([one('a', 'claim'), one('b', 'note', 'a')])).toBe('claimRemoved');
	expect(removalStep([one('b', 'note', 'a')])).toBe('annotationRemoved');
	expect(removalStep([one('a', 'claim'), one('c', 'claim')])).toBe('annotationsRemoved');
});
