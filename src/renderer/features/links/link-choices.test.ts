import { expect, test } from 'vitest';
import type { RecordSummary } from '#shared/domain/record.ts';
import type { SearchHit } from '#shared/search/search-query.ts';
import { fittingChoices, passageChoices, recordChoices } from './link-choices.ts';

const record = (id: string, title: string) => ({ id, title, kind: 'letter' }) as RecordSummary;
const found = {
	...{ kind: 'passage', ownerId: 'a', editionId: 'e', ordinal: 4, number: 3, title: 'Sample letter', language: 'und' },
	marks: [],
} as unknown as SearchHit;

test('what begins as it was typed stands before what has the words anywhere', () => {
	const things = recordChoices([
		record('1', 'On the sample letter'),
		record('2', 'Sample letter 7'),
		record('3', 'Else'),
	]);
	expect(fittingChoices('sample', things).map(({ end }) => end.id)).toEqual(['2', '1']);
	expect(fittingChoices(' ', things)).toEqual([]);
});

test('a passage is linked as a whole, and shows the words that were found', () => {
	const text = `${'alpha '.repeat(20)}omega beta`;
	const start = text.indexOf('omega');
	const hit = {
		...found,
		snippet: { text, start: 6, end: 6 + text.length, length: 900, isWhole: false },
		marks: [[start + 6, start + 11, 'exact']],
	} as SearchHit;
	const [choice] = passageChoices([hit]);
	const range = { editionId: 'e', startOrdinal: 4, startOffset: 0, endOrdinal: 4, endOffset: 900 };
	expect(choice).toMatchObject({ end: { kind: 'record', id: 'a', range }, detail: 'Sample letter · ¶ 3' });
	expect(choice?.title).toMatch(/^…(alpha ){6,8}omega beta…$/);
});
