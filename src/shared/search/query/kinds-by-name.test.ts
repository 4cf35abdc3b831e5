import { afterAll, beforeAll, expect, test } from 'vitest';
import { activateLocale, message } from '../../messages/messages.ts';
import { withKindsByName } from './kinds-by-name.ts';
import { readQuery } from './parse-query.ts';

beforeAll(() => activateLocale('ru'));
afterAll(() => activateLocale('en'));

test('a kind may be written as the interface calls it, anywhere in a query', () => {
	const name = message('record.kind.statement').toLowerCase();
	const either = `(kind:"${name}" OR kind:statement)`;
	expect(withKindsByName(`kind:${name} alpha`)).toBe(`${either} alpha`);
	expect(withKindsByName(`alpha -kind:"${name}" "kind:x"`)).toBe(`alpha -${either} "kind:x"`);
	expect(withKindsByName(`kind:${name.slice(0, -2)}`)).toBe(`(kind:"${name.slice(0, -2)}*" OR kind:statement)`);
	expect(readQuery(withKindsByName(`-kind:${name} OR beta`)).problems).toEqual([]);
});

test('what is kept under that word, and what is no kind, stays as it is', () => {
	for (const text of ['kind:statement alpha', 'kind:lettter', 'alpha (beta', 'kind:', '']) {
		expect(withKindsByName(text)).toBe(text);
	}
});
