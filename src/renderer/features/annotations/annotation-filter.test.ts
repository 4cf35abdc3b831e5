import { describe, expect, it } from 'vitest';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { filterAnnotations, tagsOf } from './annotation-filter.ts';

const recordId = 'record-a' as RecordId;
const titles = new Map([[recordId, 'Sample Letter 7']]);
const make = (id: string, fields: object) =>
	({
		id,
		recordId,
		purpose: 'note',
		tags: [],
		body: '',
		target: null,
		changedAt: '2026-01-01',
		...fields,
	}) as unknown as Annotation;
const all = [
	make('a', { purpose: 'claim', body: 'Alpha café', tags: ['beta'] }),
	make('b', { target: { exact: 'gamma delta' }, tags: ['alpha', 'beta'], changedAt: '2026-01-03' }),
	make('c', { purpose: 'question', changedAt: '2026-01-02' }),
];
const ids = (filter: object) =>
	filterAnnotations(all, { purposes: [], tag: '', words: '', ...filter }, titles).map(({ id }) => id);

describe('filterAnnotations', () => {
	it('sorts by the last change', () => expect(ids({})).toEqual(['b', 'c', 'a']));
	it('narrows by purpose and tag', () => {
		expect(ids({ purposes: ['claim', 'question'] })).toEqual(['c', 'a']);
		expect(ids({ tag: 'beta' })).toEqual(['b', 'a']);
	});
	it('finds all words, in note, marked words, tags and title, without case and accents', () => {
		expect(ids({ words: 'ALPHA cafe' })).toEqual(['a']);
		expect(ids({ words: 'delta letter' })).toEqual(['b']);
		expect(ids({ words: 'nothing' })).toEqual([]);
	});
});

describe('tagsOf', () => {
	it('names each tag once', () => expect(tagsOf(all)).toEqual(['alpha', 'beta']));
});
