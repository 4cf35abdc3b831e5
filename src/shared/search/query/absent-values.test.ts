import { expect, test } from 'vitest';
import { absentValues, type PresentValues } from './absent-values.ts';
import { readQuery } from './parse-query.ts';

const present: PresentValues = {
	kind: ['letter', 'news-item'],
	tag: ['First tag'],
	by: ['Alpha Writer'],
};
const absentIn = (text: string) =>
	absentValues(readQuery(text).tree, present).map(({ field, value }) => `${field}:${value}`);

test.each([
	['kind:letter kind:lettter lorem', ['kind:lettter']],
	['kind:news-item tag:"first tag" by:writer', []],
	['lorem (by:nobody OR tag:none)', ['by:nobody', 'tag:none']],
	['lorem -kind:lettter', []],
	['kind:let', []],
	['date:2020 in:notes lorem', []],
	['', []],
])('%s', (text, absent) => {
	expect(absentIn(text)).toEqual(absent);
});
