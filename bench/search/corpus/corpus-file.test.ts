import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { wordsOf } from '#shared/search/words.ts';
import { ensureCorpus, readCorpus } from './corpus-file.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-corpus-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('a corpus is written once, and read for every smaller one of its seed', () => {
	const { tookSeconds, ...large } = ensureCorpus(folder, 5, 300);
	expect(tookSeconds).not.toBeNull();
	const small = ensureCorpus(folder, 5, 40);
	expect(small).toEqual({ ...large, count: 40, tookSeconds: null });
	expect([...readCorpus(small)]).toEqual([...readCorpus(large)].slice(0, 40));
	expect(ensureCorpus(folder, 6, 40).file).not.toBe(large.file);
	expect(ensureCorpus(folder, 5, 301).file).not.toBe(large.file);
});

test('terms are those that Lectern indexes', () => {
	for (const { text, terms } of readCorpus(ensureCorpus(folder, 5, 40))) {
		expect(terms).toEqual(wordsOf(text).map(({ term }) => term));
		expect(terms.length).toBeGreaterThan(20);
	}
});
