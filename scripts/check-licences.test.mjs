import { expect, test } from 'vitest';
import { isAllowed, unsuitable } from './check-licences.mjs';

test.each([
	['MIT', true],
	['(MIT OR GPL-3.0)', true],
	['GPL-3.0', false],
	['Apache-2.0 AND MIT', true],
	['Apache-2.0 AND GPL-3.0', false],
])('%s', (expression, expected) => {
	expect(isAllowed(expression)).toBe(expected);
});

test('packages for development are left out, one without a licence is not', () => {
	const locked = { '': {}, 'node_modules/a': { dev: true, license: 'GPL-3.0' }, 'node_modules/b': {} };
	expect(unsuitable(locked)).toEqual(['b: none stated']);
});
