import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

/** Gives a fresh folder each time; all of them are removed after the test. */
export function temporaryFolders(): () => string {
	const folders: string[] = [];
	afterEach(() => {
		for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
	});
	return () => {
		const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
		folders.push(folder);
		return folder;
	};
}
