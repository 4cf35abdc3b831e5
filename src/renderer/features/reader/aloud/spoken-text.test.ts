import { describe, expect, it } from 'vitest';
import type { Block, StoredBlock } from '#shared/domain/block.ts';
import { noNotes } from '../text/use-notes.ts';
import { spokenText } from './spoken-text.ts';

const stored = (...blocks: Partial<Block>[]): StoredBlock[] =>
	blocks.map((block, ordinal) => ({ kind: 'paragraph', text: '', ordinal, number: null, ...block }));

describe('spokenText', () => {
	it('says each sentence with its place in the stored text, and its language', () => {
		const text = spokenText(stored({ text: 'Alpha. Beta.' }, { text: 'Альфа.', language: 'ru' }), 'en', noNotes);
		expect(text.sentencesAt(0)).toEqual([
			{ ordinal: 0, start: 0, end: 6, words: 'Alpha.', language: 'en' },
			{ ordinal: 0, start: 7, end: 12, words: 'Beta.', language: 'en' },
		]);
		expect(text.sentencesAt(1)).toMatchObject([{ words: 'Альфа.', language: 'ru' }]);
		expect(text.sentencesAt(2)).toEqual([]);
	});

	it('knows no language where there is none', () => {
		expect(spokenText(stored({ text: 'Alpha' }), 'und', noNotes).sentencesAt(0)).toMatchObject([{ language: '' }]);
	});

	it('goes on over line breaks that were only the width of the page', () => {
		const [wrapped, kept] = [true, false].map((isWrapped) =>
			spokenText(stored({ text: 'A sam-\nple and\nmore', wrapped: isWrapped }), 'en', noNotes).sentencesAt(0),
		);
		expect(wrapped).toMatchObject([{ words: 'A sample and more', start: 0, end: 19 }]);
		expect(kept).toHaveLength(3);
	});

	it('leaves the signs of footnotes and soft hyphens unsaid, and nothing else', () => {
		const marks = [
			{ start: 5, end: 6, kind: 'superscript' as const },
			{ start: 10, end: 11, kind: 'superscript' as const },
		];
		const notes = { find: (_: number, start: number) => (start === 5 ? 1 : undefined), textOf: () => [] };
		const text = spokenText(stored({ text: 'Alpha1 10 m2 so\u00ADft', marks: marks }), 'en', notes);
		expect(text.sentencesAt(0)).toMatchObject([{ words: 'Alpha 10 m2 soft' }]);
	});
});
