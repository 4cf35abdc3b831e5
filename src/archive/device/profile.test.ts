import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openProfile } from './profile.ts';

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-profile-'));
	file = join(folder, 'profile.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(path: string | null = file) {
	return openProfile({
		file: path,
		onWriteError: throwIt,
	});
}

function throwIt(error: unknown): never {
	throw error;
}

test('keeps values and the device from one run to the next', () => {
	const first = open();
	first.set('theme', 'sepia');
	first.set('position.x', { ordinal: 4 });
	first.close();
	const second = open();
	expect(second.get('theme')).toBe('sepia');
	expect(second.get('position.x')).toEqual({ ordinal: 4 });
	expect(second.get('unknown')).toBeNull();
	expect(second.deviceId).toBe(first.deviceId);
	second.close();
	expect(readdirSync(folder)).toEqual(['profile.json']);
});

test('two programs keep what the other one wrote', () => {
	const one = open();
	one.set('a', 1);
	one.close();
	const two = open();
	const three = open();
	two.set('b', 2);
	three.set('c', 3);
	two.close();
	three.close();
	const last = open();
	expect(['a', 'b', 'c'].map((key) => last.get(key))).toEqual([1, 2, 3]);
	last.close();
});

test('writes by itself, soon', async () => {
	const profile = open();
	profile.set('a', 1);
	await expect.poll(() => existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).a, { timeout: 15_000 }).toBe(1);
	profile.close();
});

test('in memory only, nothing is written', () => {
	const profile = open(null);
	profile.set('a', 1);
	expect(profile.get('a')).toBe(1);
	profile.close();
	expect(readdirSync(folder)).toEqual([]);
});

test('a damaged file is set aside', () => {
	writeFileSync(file, '{"a": 1');
	const profile = open();
	expect(profile.get('a')).toBeNull();
	profile.close();
	expect(readFileSync(join(folder, 'profile.damaged.json'), 'utf8')).toBe('{"a": 1');
});

test('clients reach neither the device id nor the recent list, and values are small JSON', () => {
	const profile = open(null);
	expect(profile.get('device.id')).toBeNull();
	expect(profile.get('constructor')).toBeNull();
	for (const set of [
		() => profile.set('device.id', 'x'),
		() => profile.set('archives.recent', []),
		() => profile.set('__proto__', {}),
		() => profile.set('a', undefined),
		() => profile.set('a', 'x'.repeat(300_000)),
	])
		expect(set).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});

test('recent archives: newest first, each once, a dozen at most', () => {
	const profile = open(null);
	for (let number = 0; number < 20; number++)
		profile.remember({ path: `/${number % 15}.lectern`, title: `Sample ${number}`, openedAt: `${number}` });
	expect(profile.recent()).toHaveLength(12);
	expect(profile.recent()[0]).toEqual({ path: '/4.lectern', title: 'Sample 19', openedAt: '19' });
	expect(new Set(profile.recent().map(({ path }) => path)).size).toBe(12);
});

describe('in the field profile', () => {
	test('only settings that tell nothing come to the disk, and only they are read from it', () => {
		const before = open();
		before.set('theme', 'sepia');
		before.set('position.x', { ordinal: 4 });
		before.remember({ path: '/a.lectern', title: 'Sample archive', openedAt: '2020-01-01T00:00:00Z' });
		before.close();
		const kept = readFileSync(file, 'utf8');
		const field = openProfile({ file, isField: true, onWriteError: throwIt });
		expect([field.get('theme'), field.get('position.x'), field.recent()]).toEqual(['sepia', null, []]);
		field.set('position.y', { ordinal: 5 });
		field.remember({ path: '/b.lectern', title: 'Another one', openedAt: '2020-01-01T00:00:00Z' });
		field.close();
		// What was there before is somebody's, until they say that it is to go.
		expect(readFileSync(file, 'utf8')).toBe(kept);
		field.set('theme', 'dark');
		field.close();
		expect(open().get('theme')).toBe('dark');
		expect(readFileSync(file, 'utf8')).not.toContain('b.lectern');
	});

	test('a folder that is not there is made with the first setting, not before', () => {
		const inFolder = join(folder, 'data', 'profile.json');
		const profile = openProfile({ file: inFolder, isField: true, onWriteError: throwIt });
		profile.remember({ path: '/a.lectern', title: 'Sample archive', openedAt: '2020-01-01T00:00:00Z' });
		profile.close();
		expect(existsSync(join(folder, 'data'))).toBe(false);
	});

	test('all else goes when it is switched on', () => {
		const profile = open();
		profile.set('theme', 'sepia');
		profile.set('reading-list.x', ['a']);
		profile.remember({ path: '/a.lectern', title: 'Sample archive', openedAt: '2020-01-01T00:00:00Z' });
		profile.close();
		profile.set('position.x', 1);
		profile.forget();
		profile.set('position.y', 2);
		profile.close();
		expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ theme: 'sepia', 'device.id': profile.deviceId });
	});
});
