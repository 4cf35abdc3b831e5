import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { portableDataFolder, portableFolderName } from './portable-folder.ts';

let stick: string;

beforeEach(() => {
	stick = mkdtempSync(join(tmpdir(), 'lectern-stick-'));
});
afterEach(() => rmSync(stick, { recursive: true }));

test('a program without the folder beside it is not portable', () => {
	expect(portableDataFolder({ executable: join(stick, 'lectern'), platform: 'linux', environment: {} })).toBeNull();
});

test.each([
	['linux', 'lectern', {}],
	['win32', 'Lectern.exe', {}],
	['darwin', 'Lectern.app/Contents/MacOS/Lectern', {}],
])('on %s it lies beside the program', (platform, executable, environment) => {
	const folder = join(stick, portableFolderName);
	mkdirSync(folder);
	expect(portableDataFolder({ executable: join(stick, executable), platform, environment })).toBe(folder);
	expect(existsSync(folder)).toBe(true);
});

test('of an AppImage it lies beside the image, not where that is mounted', () => {
	mkdirSync(join(stick, portableFolderName));
	const environment = { APPIMAGE: join(stick, 'Lectern.AppImage') };
	expect(portableDataFolder({ executable: '/tmp/.mount_x/lectern', platform: 'linux', environment })).toBe(
		join(stick, portableFolderName),
	);
});
