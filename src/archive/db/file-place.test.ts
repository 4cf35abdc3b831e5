import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createArchive, openArchive } from '#archive/open-archive.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';

const archives = archivesOnDisk();
const moved = { code: 'disk-error', detail: { archive: 'mine.lectern' } };
let root: string;
let path: string;
let elsewhere: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'lectern-place-'));
	[path, elsewhere] = [join(root, 'mine.lectern'), join(root, 'other.lectern')];
});
afterEach(() => rmSync(root, { recursive: true }));

test('an archive that was moved while it was open takes nothing more until it is back', async () => {
	const archive = archives.create(path);
	archive.rename({ title: 'Before it was moved' });
	renameSync(path, elsewhere);
	expect(() => archive.rename({ title: 'Meanwhile' })).toThrow(expect.objectContaining(moved));
	expect(archive.status().title).toBe('Before it was moved');
	renameSync(elsewhere, path);
	archive.rename({ title: 'Back again' });
	await archive.close();
	expect(readdirSync(root)).toEqual(['mine.lectern']);
});

test('closed, it has all that was saved, where it is now; another file under its name is not written to', async () => {
	const problems: unknown[] = [];
	const environment = archives.environment({ onProblem: (problem) => problems.push(problem) });
	const archive = createArchive(path, 'Sample archive', environment);
	archive.rename({ title: 'Before it was moved' });
	renameSync(path, elsewhere);
	writeFileSync(path, 'Put there by another program.');
	expect(() => archive.rename({ title: 'Meanwhile' })).toThrow(expect.objectContaining(moved));
	await archive.close();
	expect(problems).toEqual([]);
	expect(readdirSync(root).sort()).toEqual(['mine.lectern', 'other.lectern']);
	const again = await openArchive(elsewhere, archives.environment());
	expect(again.status()).toMatchObject({ title: 'Before it was moved', readOnly: 'none' });
	await again.close();
});
