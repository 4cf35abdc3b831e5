import { expect, test } from 'vitest';
import { annotatedWords } from './annotated-words.ts';
import type { Annotation } from './annotation.ts';
import type { Block, StoredBlock } from './block.ts';
import type { EditionId } from './ids.ts';

const editionId = 'e1' as EditionId;
const raised = (start: number) => ({ start, end: start + 1, kind: 'superscript' as const });
const texts: Block[] = [
	{ kind: 'paragraph', text: 'In 20231 alpha.', marks: [raised(7)] },
	{ kind: 'note', text: '1 One', marks: [raised(0)] },
];
const blocks = texts.map((block, ordinal): StoredBlock => ({ ...block, ordinal, number: ordinal + 1 }));

function words(exact: string, at: EditionId | null, place: Annotation['place'] = null): string {
	const start = { startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 8 };
	const target = { editionId, ...start, exact, prefix: '', suffix: '' };
	return annotatedWords({ target, place, origin: null } as Annotation, blocks, at);
}

test('the sign of a footnote is none of the words', () => {
	expect(words('In 20231', editionId)).toBe('In 2023');
});

test('where the edition does not say them, or is not there yet, they are as they were stored', () => {
	expect(words('In 20241', editionId)).toBe('In 20241');
	expect(words('In 20231', 'e2' as EditionId)).toBe('In 20231');
	expect(words('In 20231', null)).toBe('In 20231');
	const nothing = { target: null, place: null, origin: null, region: null } as unknown as Annotation;
	expect(annotatedWords(nothing, blocks, editionId)).toBe('');
});

test('in another edition they are quoted from where they were found again', () => {
	const place = { editionId: 'e2' as EditionId, startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 8 };
	expect(words('In 20231', place.editionId, place)).toBe('In 2023');
});
