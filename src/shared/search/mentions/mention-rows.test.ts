import { expect, test } from 'vitest';
import type { EditionId, NameId, RecordId } from '../../domain/ids.ts';
import type { Mention, Verdict } from '../../domain/mention.ts';
import { kindCode } from '../query/answers.ts';
import { countsOf, filterGroups, linesOf, mentionGroups } from './mention-rows.ts';
import type { Mentions } from './mentions.ts';

const found: Mentions = {
	records: [
		{ id: 'a', title: 'Record a', recordKind: 'letter', dateEdtf: '1990', editionId: 'e-a', start: 0, count: 2 },
		{ id: 'b', title: 'Record b', recordKind: 'letter', dateEdtf: '', editionId: 'e-b', start: 2, count: 1 },
	],
	ordinals: Uint32Array.of(0, 4, 2),
	numbers: Uint32Array.of(1, 0, 3),
	kinds: Uint8Array.of(kindCode('exact'), kindCode('script'), kindCode('form')),
	parts: Uint8Array.of(0, 0, 0),
	languageOf: Uint16Array.of(0, 1, 0),
	languages: ['en', 'ru'],
	widened: {},
};
const mention = (recordId: string, ordinal: number, verdict: Verdict, at: number | null = ordinal): Mention => ({
	...{
		nameId: 'n' as NameId,
		recordId: recordId as RecordId,
		editionId: `e-${recordId}` as EditionId,
		ordinal,
		verdict,
	},
	place: at === null ? null : { editionId: `e-${recordId}` as EditionId, ordinal: at, number: at + 1 },
	...{ words: 'Sample', author: '', judgedAt: '' },
});
const said = [
	mention('a', 0, 'confirmed'),
	mention('b', 9, 'rejected', 2),
	mention('b', 7, 'confirmed'),
	mention('c', 1, 'confirmed', null),
];
const groups = mentionGroups(found, said, (id) => `Title of ${id}`);

test('what was said stands with what is found, and what is not found any more is not lost', () => {
	expect(
		groups.map(({ title, rows }) => [title, rows.map(({ ordinal, how, verdict }) => [ordinal, how, verdict])]),
	).toEqual([
		[
			'Record a',
			[
				[0, 'exact', 'confirmed'],
				[4, 'script', null],
			],
		],
		[
			'Record b',
			[
				[2, 'form', 'rejected'],
				[7, null, 'confirmed'],
			],
		],
		['Title of c', [[1, null, 'confirmed']]],
	]);
	expect(countsOf(groups)).toEqual({ likely: 4, open: 1, part: 0, confirmed: 3, rejected: 1 });
});

test('rows are chosen by what was said and by company; records without any are left out', () => {
	const chosen = (...asked: Parameters<typeof filterGroups> extends [unknown, ...infer Rest] ? Rest : never) =>
		filterGroups(groups, ...asked).map(({ recordId, rows }) => [recordId, rows.length]);
	expect(chosen('open', null)).toEqual([['a', 1]]);
	expect(chosen('rejected', null)).toEqual([['b', 1]]);
	expect(chosen('likely', new Set(['e-a/4']))).toEqual([['a', 1]]);
	expect(linesOf(groups).map((line) => (line.type === 'record' ? line.group.title : line.position))).toEqual([
		...['Record a', 1, 2, 'Record b', 3, 4, 'Title of c', 5],
	]);
});

test('a part of the name alone counts as nothing until somebody confirms it', () => {
	const withParts: Mentions = { ...found, parts: Uint8Array.of(1, 1, 1) };
	const judged = mentionGroups(withParts, [mention('a', 0, 'confirmed'), mention('b', 2, 'rejected')], () => '');
	expect(countsOf(judged)).toEqual({ likely: 1, open: 0, part: 1, confirmed: 1, rejected: 1 });
	const shown = (filter: Parameters<typeof filterGroups>[1]) =>
		filterGroups(judged, filter, null).flatMap(({ rows }) => rows.map(({ key }) => key));
	expect(shown('likely')).toEqual(['e-a/0']);
	expect(shown('part')).toEqual(['e-a/4']);
	expect(shown('open')).toEqual([]);
	expect(shown('rejected')).toEqual(['e-b/2']);
});
