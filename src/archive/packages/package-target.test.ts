import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PackageTarget } from './package-target.ts';

const fat = { freeBytes: 10_000, largestFileBytes: 1000 };
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-target-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what a medium takes is known before anything is written, and what there is no room for is not begun', async () => {
	const path = join(folder, 'sample');
	const target = new PackageTarget({ path, form: 'zip', replaces: false, encryption: null, limitsOf: async () => fat });
	await expect(target.check({ sizeBytes: 5000 })).resolves.toEqual(fat);
	await expect(target.check({ sizeBytes: 10_001 })).rejects.toMatchObject({ code: 'disk-full' });
});
