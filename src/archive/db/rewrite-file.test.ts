import {
	copyFileSync,
	linkSync,
	lstatSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { closeWritten, createFile, openForReading, openForWriting } from './archive-file.ts';
import { type ArchiveKey, makeKey } from './archive-key.ts';
import { removeBrokenOff, restoreBrokenOff } from './broken-off.ts';
import type { Connection } from './connection.ts';
import { rewriteFile } from './rewrite-file.ts';

const folder = temporaryFolders();
let keys: [ArchiveKey, ArchiveKey];
beforeAll(async () => {
	keys = await Promise.all([makeKey('sample words'), makeKey('other words')]);
});

/** Rows of each form of table: numbered by itself, by a column, with a key of two columns; texts and bytes of any length. */
function fill(connection: Connection, texts: readonly string[]): void {
	texts.forEach((text, number) => {
		connection.run("INSERT INTO changes VALUES (?, '', ?, '', '', '', '', '')", 3 * number + 7, text);
		connection.run('INSERT INTO replicas (id, fingerprint, created_at) VALUES (?, ?, ?)', `r${number}`, text, '');
		connection.run('INSERT INTO original_chunks VALUES (?, ?, ?)', text, number, Buffer.from(text.repeat(300)));
		connection.run(
			'INSERT INTO fixity_checks SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM fixity_checks)',
			'a',
			'',
			'',
		);
	});
}

function sample(key: ArchiveKey | null, texts: readonly string[]): string {
	const path = join(folder(), 'sample.lectern');
	const connection = createFile(path, key);
	connection.pragma('foreign_keys = OFF');
	fill(connection, texts);
	// Its number must not be given out again.
	connection.run('DELETE FROM changes WHERE number = (SELECT max(number) FROM changes)');
	closeWritten(connection);
	return path;
}

/** Every row of every table, in the order of their keys. */
function everything(path: string, key: ArchiveKey | null): unknown {
	const connection = openForReading(path, key);
	const names = connection.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
	const rows = names.map(({ name }) => [name, connection.all(`SELECT * FROM "${name}"`)]);
	connection.close();
	return rows;
}

const follow = { onProgress: () => undefined };

test('a file is the same under another key, and the old one lies beside it as it was', async () => {
	const texts = Array.from({ length: 200 }, (_, number) => `Quixotic sample ${number}`);
	const path = sample(null, texts);
	const before = everything(path, null);
	const counts: number[] = [];
	const old = await rewriteFile(path, { from: null, to: keys[0], onProgress: (done) => counts.push(done) });
	expect(everything(old, null)).toEqual(before);
	expect(everything(path, keys[0])).toEqual(before);
	expect(readFileSync(path).includes('Quixotic')).toBe(false);
	expect(counts).toEqual([...counts].sort((a, b) => a - b));
	await rewriteFile(path, { from: keys[0], to: keys[1], ...follow });
	expect(() => openForReading(path, keys[0])).toThrow(expect.objectContaining({ code: 'archive-not-opened' }));
	await rewriteFile(path, { from: keys[1], to: null, ...follow });
	expect(everything(path, null)).toEqual(before);
	const names = ['sample.lectern', 'sample.old-2.lectern', 'sample.old-3.lectern', 'sample.old.lectern'];
	expect(readdirSync(join(path, '..')).sort()).toEqual(names);
});

test('whatever rows it has, none is lost', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uniqueArray(fc.string(), { maxLength: 130 }), async (texts) => {
			const path = sample(keys[0], texts);
			const before = everything(path, keys[0]);
			await rewriteFile(path, { from: keys[0], to: keys[1], ...follow });
			expect(everything(path, keys[1])).toEqual(before);
		}),
		{ numRuns: 4 },
	);
});

test('with the wrong key, cancelled, or in use elsewhere, nothing is changed and nothing left beside it', async () => {
	const path = sample(
		keys[0],
		Array.from({ length: 200 }, (_, number) => `Sample ${number}`),
	);
	const bytes = readFileSync(path);
	const refused = (code: string, from: ArchiveKey, signal?: AbortSignal) =>
		expect(rewriteFile(path, { from, to: null, ...follow, ...(signal && { signal }) })).rejects.toMatchObject({ code });
	await refused('archive-not-opened', keys[1]);
	await refused('cancelled', keys[0], AbortSignal.abort());
	expect(readdirSync(join(path, '..'))).toEqual(['sample.lectern']);
	const elsewhere = openForWriting(path, keys[0]);
	await refused('archive-locked', keys[0]);
	closeWritten(elsewhere);
	copyFileSync(path, `${path}.copy`);
	expect(everything(path, keys[0])).toEqual(everything(`${path}.copy`, keys[0]));
	expect(bytes.length).toBe(readFileSync(path).length);
});

test('through a symbolic link the file itself is written anew, and the link stays', async () => {
	const path = sample(null, ['Quixotic sample']);
	const link = join(folder(), 'link.lectern');
	symlinkSync(path, link);
	const old = await rewriteFile(link, { from: null, to: keys[0], ...follow });
	expect(old).toBe(join(path, '../sample.old.lectern'));
	expect(lstatSync(link).isSymbolicLink()).toBe(true);
	expect(readFileSync(path).includes('Quixotic')).toBe(false);
	expect(readdirSync(join(link, '..'))).toEqual(['link.lectern']);
});

test('nobody writes to a file while it is written anew', async () => {
	const path = sample(
		keys[0],
		Array.from({ length: 200 }, (_, number) => `Sample ${number}`),
	);
	const refusals: unknown[] = [];
	const write = () => {
		try {
			closeWritten(openForWriting(path, keys[0]));
			refusals.push(null);
		} catch (error) {
			refusals.push((error as { code: unknown }).code);
		}
	};
	let isFirst = true;
	await rewriteFile(path, {
		from: keys[0],
		to: keys[1],
		onProgress() {
			if (isFirst) write();
			isFirst = false;
		},
	});
	expect(refusals).toEqual(['SQLITE_BUSY']);
});

test('where the new file cannot take its place, the old one has its name and no second one', async () => {
	const path = sample(null, ['Quixotic sample']);
	const before = everything(path, null);
	const failing = rewriteFile(path, {
		from: null,
		to: keys[0],
		onProgress(done, total) {
			// A file that is gone stands for a medium that refuses the name.
			if (done === total) rmSync(`${path}.new`, { force: true });
		},
	});
	await expect(failing).rejects.toThrow('ENOENT');
	expect(readdirSync(join(path, '..'))).toEqual(['sample.lectern']);
	expect(everything(path, null)).toEqual(before);
});

test('what a rewriting left that was broken off is removed, or gives the archive its name back', () => {
	const path = sample(keys[0], ['Sample']);
	const before = everything(path, keys[0]);
	const at = (name: string) => join(path, '..', name);
	writeFileSync(`${path}.new`, 'the words without a passphrase');
	linkSync(path, at('sample.old-2.lectern'));
	writeFileSync(at('sample.old.lectern'), 'kept by the person');
	removeBrokenOff(path);
	expect(readdirSync(at('.')).sort()).toEqual(['sample.lectern', 'sample.old.lectern']);

	renameSync(path, at('sample.old-2.lectern'));
	restoreBrokenOff(path);
	expect(readdirSync(at('.')).sort()).toEqual(['sample.old-2.lectern', 'sample.old.lectern']);
	writeFileSync(`${path}.new`, 'the words under the new passphrase');
	utimesSync(at('sample.old.lectern'), 0, 0);
	restoreBrokenOff(path);
	expect(readdirSync(at('.')).sort()).toEqual(['sample.lectern', 'sample.lectern.new', 'sample.old.lectern']);
	expect(everything(path, keys[0])).toEqual(before);
});
