import { expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import type { MentionGroup, MentionRow } from '#shared/search/mentions/mention-rows.ts';
import { notesOnMentions, titleOfNote } from './notes-on-mentions.ts';

const row = (ordinal: number, others: Partial<MentionRow> = {}) =>
	({ key: `e/${ordinal}`, verdict: null, isPart: false, ...others }) as MentionRow;
const groups = [
	{ rows: [row(1), row(3), row(5, { verdict: 'rejected' }), row(7, { isPart: true })] },
] as unknown as MentionGroup[];
const note = (id: string, startOrdinal: number, endOrdinal = startOrdinal, others: Partial<Annotation> = {}) =>
	({
		...{ id, placement: 'placed', replyToId: null },
		place: { editionId: 'e', startOrdinal, startOffset: 0, endOrdinal, endOffset: 1 },
		...others,
	}) as Annotation;
const found = (...notes: Annotation[]) => notesOnMentions(groups, notes).map(({ note: { id } }) => id);

test('notes on passages that speak of a name are found, in the order of these, also where they begin before', () => {
	expect(found(note('on the second', 3), note('over the first', 0, 2), note('beside', 4))).toEqual([
		'over the first',
		'on the second',
	]);
});

test('none on what was rejected or nobody confirmed, none whose place is a guess, and no reply', () => {
	const reply = { replyToId: 'x' } as unknown as Partial<Annotation>;
	expect(found(note('a', 5), note('b', 7))).toEqual([]);
	expect(found(note('c', 1, 1, { placement: 'needs-review' }), note('d', 1, 1, { place: null }))).toEqual([]);
	expect(found(note('e', 1, 1, reply))).toEqual([]);
});

test('a note is called by its words, else by those it is on, else by those it quoted elsewhere, never by nothing', () => {
	const called = (others: object) =>
		titleOfNote({ body: '', target: null, origin: null, purpose: 'claim', ...others } as Annotation);
	const [target, origin] = [{ exact: 'words here' }, { exact: 'words as quoted' }];
	expect(called({ body: '**Seen** twice', target, origin })).toBe('Seen twice');
	expect(called({ body: ' \n', target, origin })).toBe('words here');
	expect(called({ origin })).toBe('words as quoted');
	expect(called({ origin: { exact: '' } })).toBe(message('purpose.claim'));
	expect(called({ target: { exact: '\n' } })).toBe(message('purpose.claim'));
});
