import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { distinctNames } from './distinct-names.ts';

test('files of one name are told apart by the folders above, as few as do', () => {
	const at = (...parts: string[]) => resolve(join('/', ...parts));
	expect(distinctNames([at('in', 'a', 'x.txt'), at('in', 'b', 'x.txt'), at('in', 'a', 'y.txt')])).toEqual([
		'a/x.txt',
		'b/x.txt',
		'y.txt',
	]);
	expect(distinctNames([at('one', 'a', 'x.txt'), at('two', 'a', 'x.txt'), at('x.txt')])).toEqual([
		'one/a/x.txt',
		'two/a/x.txt',
		'x.txt',
	]);
	expect(distinctNames([at('a', 'x.txt'), at('a', 'x.txt')])).toEqual(['x.txt', 'x.txt']);
});
