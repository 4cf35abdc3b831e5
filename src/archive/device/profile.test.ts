import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
		onWriteError(error) {
			throw error;
		},
	});
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
