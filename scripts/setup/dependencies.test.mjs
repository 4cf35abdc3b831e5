import { expect, test } from 'vitest';
import { matchesLock } from './dependencies.mjs';

const locked = {
	'': {},
	'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
	'node_modules/b': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};

test('what the lockfile names is current, with or without a package for another platform', () => {
	expect(matchesLock(locked, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } })).toBe(true);
});

test('another version and a missing package are not', () => {
	expect(matchesLock(locked, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-c' } })).toBe(false);
	expect(matchesLock(locked, {})).toBe(false);
});
