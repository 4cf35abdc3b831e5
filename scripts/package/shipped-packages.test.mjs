import { expect, test } from 'vitest';
import { shippedPackages } from './shipped-packages.mjs';

test('what is needed ships, from the nearest place, and tools do not', () => {
	const locked = {
		'': { dependencies: { '@a/one': '1' }, devDependencies: { tool: '1' } },
		'node_modules/@a/one': {
			version: '1.0.0',
			license: 'MIT',
			dependencies: { two: '2' },
			peerDependencies: { tool: '1' },
		},
		'node_modules/@a/one/node_modules/two': { version: '2.0.0', license: 'ISC', dependencies: { three: '3' } },
		'node_modules/two': { version: '1.9.0', dev: true },
		'node_modules/three': { version: '3.0.0', license: 'MIT', dependencies: { '@a/one': '1' } },
		'node_modules/tool': { version: '1.0.0', license: 'GPL-3.0' },
	};
	expect(shippedPackages(locked)).toEqual([
		{ name: '@a/one', version: '1.0.0', licence: 'MIT', place: 'node_modules/@a/one' },
		{ name: 'three', version: '3.0.0', licence: 'MIT', place: 'node_modules/three' },
		{ name: 'two', version: '2.0.0', licence: 'ISC', place: 'node_modules/@a/one/node_modules/two' },
	]);
});

test('a lockfile that lacks one is no basis', () => {
	expect(() => shippedPackages({ '': { dependencies: { one: '1' } } })).toThrow('has no one');
});
