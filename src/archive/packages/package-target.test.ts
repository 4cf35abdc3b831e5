import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PackageForm } from '#shared/domain/package.ts';
import { PackageTarget } from './package-target.ts';

const fat = { freeBytes: 10_000, largestFileBytes: 1000 };
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-target-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function check(form: PackageForm, sizeBytes: number, largestBytes: number): Promise<void> {
	const path = join(folder, 'sample');
	const target = new PackageTarget({ path, form, replaces: false, encryption: null, limitsOf: async () => fat });
	return target.check({ sizeBytes, largestBytes });
}

test('a medium that takes no large file takes a folder of small ones', async () => {
	await expect(check('folder', 5000, 900)).resolves.toBeUndefined();
	await expect(check('folder', 5000, 1001)).rejects.toMatchObject({ code: 'invalid-input' });
	await expect(check('zip', 5000, 900)).rejects.toMatchObject({
		code: 'invalid-input',
		detail: { reason: expect.stringContaining('choose a folder') },
	});
});

test('what there is no room for is not begun', async () => {
	await expect(check('folder', 10_001, 900)).rejects.toMatchObject({ code: 'disk-full' });
});
