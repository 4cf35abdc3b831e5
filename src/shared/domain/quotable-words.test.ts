import { expect, test } from 'vitest';
import type { TextRange } from './annotation.ts';
import type { Block, StoredBlock } from './block.ts';
import type { EditionId } from './ids.ts';
import { noteReferences } from './note-references.ts';
import { quotableWords } from './quotable-words.ts';

function quoted(blocks: readonly Block[], place?: readonly [number, number, number, number]): string {
	const stored = blocks.map((block, ordinal): StoredBlock => ({ ...block, ordinal, number: ordinal + 1 }));
	const [startOrdinal, startOffset, endOrdinal, endOffset] = place ?? [0, 0, 0, stored[0]?.text.length ?? 0];
	const range: TextRange = { editionId: '' as EditionId, startOrdinal, startOffset, endOrdinal, endOffset };
	return quotableWords(stored, range, noteReferences(stored));
}

const raised = (start: number, end = start + 1) => ({ start, end, kind: 'superscript' as const });
const signed: Block[] = [
	{ kind: 'paragraph', text: 'In 20231 alpha2, and 10 m2.', marks: [raised(7), raised(14), raised(25)] },
	{ kind: 'paragraph', text: '1', marks: [raised(0)] },
	{ kind: 'paragraph', text: 'Beta1', marks: [raised(4)] },
	{ kind: 'note', text: '1 One', marks: [raised(0)] },
];

test('signs that notes answer to are left out, and nothing else that is raised', () => {
	expect(quoted(signed)).toBe('In 2023 alpha2, and 10 m2.');
	expect(quoted(signed, [0, 3, 0, 7])).toBe('2023');
	expect(quoted(signed, [0, 3, 0, 8])).toBe('2023');
	expect(quoted(signed, [0, 9, 2, 5])).toBe('alpha2, and 10 m2.\nBeta');
});

test('lines that only the page was as wide as flow, hyphens stay, those that show nowhere else go', () => {
	const text = 'Alpha beta\ngamma self-\nmade 1990-\n1995 - \ndel\u00AD\nta';
	expect(quoted([{ kind: 'paragraph', text, wrapped: true }])).toBe('Alpha beta gamma self-made 1990-1995 - delta');
	expect(quoted([{ kind: 'verse', text: 'Alpha\nbeta' }])).toBe('Alpha\nbeta');
});
