import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unzip } from './unzip.mjs';

let folder = '';
beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-unzip-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** One stored entry. @param {string} name @param {string} content */
function zipOf(name, content) {
	const local = Buffer.alloc(30);
	local.writeUInt16LE(name.length, 26);
	const central = Buffer.alloc(46);
	central.writeUInt32LE(content.length, 20);
	central.writeUInt16LE(name.length, 28);
	central.writeUInt32LE(0o755 * 0x10000, 38);
	const end = Buffer.alloc(22);
	end.write('504b0506', 'hex');
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(30 + name.length + content.length, 16);
	return Buffer.concat([local, Buffer.from(name + content), central, Buffer.from(name), end]);
}

test('an entry is written at its place with its mode', () => {
	unzip(zipOf('top/alpha', 'beta'), folder, (name) => name.slice('top/'.length));
	expect(fs.readFileSync(path.join(folder, 'alpha'), 'utf8')).toBe('beta');
	expect(fs.statSync(path.join(folder, 'alpha')).mode & 0o100).toBe(0o100);
});

test('a path that leads out of the folder is refused', () => {
	expect(() => unzip(zipOf('../alpha', 'beta'), folder, (name) => name)).toThrow('outside');
	expect(() => unzip(Buffer.from('no zip'), folder, (name) => name)).toThrow('not a zip');
});
