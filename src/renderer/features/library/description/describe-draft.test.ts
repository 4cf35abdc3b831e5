import { expect, test } from 'vitest';
import { type CommonDescription, emptyDescription } from '#shared/domain/description.ts';
import { commonText, emptyDraft, updateOf } from './describe-draft.ts';

const common: CommonDescription = {
	...{ ...emptyDescription, extent: '2 leaves', custodialHistory: null, withheldNames: null },
	...{ kind: 'letter', languages: ['hy', 'ru'], description: '', source: null, rights: 'Sample rights' },
	...{ access: null, embargoUntil: '' },
};
const typed = (texts: Parameters<typeof updateOf>[1]['texts']) => updateOf(common, { ...emptyDraft, texts });

test('what all records say alike is shown, and what differs is not', () => {
	expect(commonText(common, 'extent')).toBe('2 leaves');
	expect(commonText(common, 'languages')).toBe('hy; ru');
	expect(commonText(common, 'source')).toBe('');
});

test('nothing is written where nothing was changed, or was typed and taken back', () => {
	expect(updateOf(common, emptyDraft)).toBeNull();
	expect(typed({ extent: ' 2 leaves ', source: '', languages: 'hy; ru' })).toBeNull();
});

test('a field that all have alike is emptied by emptying it, one that differs only where that is said', () => {
	expect(typed({ extent: '' })).toMatchObject({ fields: { extent: '' } });
	expect(typed({ custodialHistory: '' })).toBeNull();
	expect(typed({ custodialHistory: null, source: null })).toMatchObject({
		fields: { custodialHistory: '' },
		recordFields: { source: '' },
	});
});

test('names to be withheld are added to, and written over only where somebody takes one out', () => {
	expect(typed({ withheldNames: 'A. Person; B. Person' })).toEqual({
		...{ fields: {}, recordFields: {} },
		lists: { addWithheldNames: ['A. Person', 'B. Person'] },
	});
	const alike = { ...common, withheldNames: ['A. Person'] };
	expect(updateOf(alike, { ...emptyDraft, texts: { withheldNames: 'A. Person; B. Person' } })).toMatchObject({
		...{ fields: {}, lists: { addWithheldNames: ['A. Person', 'B. Person'] } },
	});
	expect(updateOf(alike, { ...emptyDraft, texts: { withheldNames: 'B. Person' } })).toMatchObject({
		...{ fields: { withheldNames: ['B. Person'] }, lists: {} },
	});
});

test('tags, level, kind and access go along in the same step', () => {
	const draft = { ...emptyDraft, addTags: 'one; two', removeTags: ['three'], level: 'file', access: 'closed' } as const;
	expect(updateOf(common, { ...draft, removeTags: ['three'] })).toEqual({
		...{ fields: { level: 'file' }, recordFields: { access: 'closed' } },
		lists: { addTags: ['one', 'two'], removeTags: ['three'] },
	});
});
