import { expect, test } from 'vitest';
import { titleFromFileName } from './importer.ts';

test.each([
	['folder/Letter 7.txt', 'Letter 7'],
	['a\nb.txt', 'a b'],
	['alpha\u202etxt.exe', 'alphatxt'],
	['.hidden', '.hidden'],
])('a file %j is called %j', (name, title) => {
	expect(titleFromFileName(name)).toBe(title);
});
