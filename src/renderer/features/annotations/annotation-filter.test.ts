import { describe, expect, it } from 'vitest';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { authorsOf, dayIn, filterAnnotations, noFilter, recordsOf, tagsOf } from './annotation-filter.ts';

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
		createdAt: '2025-01-01',
		author: '',
		origin: null,
		placement: 'placed',
		number: null,
		isResolved: false,
		...fields,
	}) as unknown as Annotation;
const all = [
	make('a', { purpose: 'claim', body: 'Alpha café', tags: ['beta'] }),
	make('b', { target: { exact: 'gamma delta' }, tags: ['alpha', 'beta'], changedAt: '2026-01-03' }),
	make('c', {
		purpose: 'question',
		changedAt: '2026-01-02',
		author: 'A. Reader',
		placement: 'unplaced',
		createdAt: '2026-01-01',
	}),
];
const ids = (filter: object) => filterAnnotations(all, { ...noFilter, ...filter }, titles).map(({ id }) => id);

describe('filterAnnotations', () => {
	it('sorts by the last change', () => expect(ids({})).toEqual(['b', 'c', 'a']));
	it('narrows by purpose and tag', () => {
		expect(ids({ purposes: ['claim', 'question'] })).toEqual(['c', 'a']);
		expect(ids({ tag: 'beta' })).toEqual(['b', 'a']);
	});
	it('narrows by author, record, day and state', () => {
		expect(ids({ author: 'A. Reader' })).toEqual(['c']);
		expect(ids({ recordId })).toEqual(['b', 'c', 'a']);
		expect(ids({ recordId: 'record-b' })).toEqual([]);
		expect(ids({ since: '2026-01-02' })).toEqual(['b', 'c']);
		expect(ids({ since: '2026-01-02', until: '2026-01-02' })).toEqual(['c']);
		expect(ids({ day: 'made', since: '2026-01-01' })).toEqual(['c']);
		expect(ids({ day: 'made', until: '2025-12-31' })).toEqual(['b', 'a']);
		expect([ids({ state: 'open' }), ids({ state: 'resolved' })]).toEqual([['c'], []]);
		expect([ids({ state: 'placed' }), ids({ state: 'unplaced' })]).toEqual([['b', 'a'], ['c']]);
	});
	it('sorts by what is asked, what has none last', () => {
		expect(ids({ order: 'made' })).toEqual(['c', 'a', 'b']);
		expect(ids({ order: 'author' })).toEqual(['c', 'b', 'a']);
		expect(ids({ order: 'purpose' })).toEqual(['a', 'b', 'c']);
		expect(ids({ order: 'tag' })).toEqual(['b', 'a', 'c']);
		expect(ids({ order: 'state' })).toEqual(['c', 'b', 'a']);
	});
	it('finds all words, in note, marked words, tags and title, without case and accents', () => {
		expect(ids({ words: 'ALPHA cafe' })).toEqual(['a']);
		expect(ids({ words: 'delta letter' })).toEqual(['b']);
		expect(ids({ words: 'nothing' })).toEqual([]);
	});
});

describe('dayIn', () => {
	it('takes a day, a month or a year, also of what is not typed to its end', () => {
		const typed = ['2', '2026', '2026-', '2026-1', '2026-11', '2026-11-2', ' 2026-11-29 '];
		expect(typed.map(dayIn)).toEqual(['', '2026', '2026', '2026', '2026-11', '2026-11', '2026-11-29']);
	});

	it('takes nothing of what is no day', () => {
		expect(['', 'sample', '11/29/2026'].map(dayIn)).toEqual(['', '', '']);
		expect(dayIn('2026-13-01')).toBe('2026');
	});
});

describe('tagsOf', () => {
	it('names each tag once', () => expect(tagsOf(all)).toEqual(['alpha', 'beta']));
});

describe('what there is to choose from', () => {
	it('is each author and record once', () => {
		expect(authorsOf(all)).toEqual(['A. Reader']);
		expect(recordsOf(all, titles)).toEqual([recordId]);
	});
});
