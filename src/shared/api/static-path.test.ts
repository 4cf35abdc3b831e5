import { expect, test } from 'vitest';
import { staticPathParts } from './static-path.ts';

test('names the page and the files beside it', () => {
	expect(staticPathParts('/')).toEqual(['index.html']);
	expect(staticPathParts('/assets/index-B1c_2.js')).toEqual(['assets', 'index-B1c_2.js']);
	expect(staticPathParts('/assets/a%20b.svg')).toEqual(['assets', 'a b.svg']);
});

test.each([
	'/../main/index.js',
	'/%2e%2e/main/index.js',
	'/assets/..%2f..%2fmain/index.js',
	'/assets/..\\..\\main\\index.js',
	'/%252e%252e/main/index.js',
	'//etc/passwd',
	'/.env',
	'/assets//index.js',
	'/C:/windows',
	'/a%00b',
	'/%zz',
	'assets/index.js',
	'',
])('refuses %s', (path) => {
	expect(staticPathParts(path)).toBeNull();
});
