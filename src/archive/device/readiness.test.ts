import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecognitionLanguage } from '#shared/domain/recognition.ts';
import { checkReadiness } from './readiness.ts';

const scripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'armenian-armenian', 'georgian-georgian'];
const files = [
	...scripts.flatMap((script) => [
		`out/renderer/assets/noto-sans-${script}-wght-normal-Ab1.woff2`,
		`out/renderer/assets/noto-serif-${script}-wght-normal-Ab1.woff2`,
	]),
	...['ru', 'hy', 'az', 'tr', 'fr'].map((locale) => `out/renderer/assets/${locale}-Ab1.json`),
	'out/renderer/pdf-1.0.0/cmaps/a.bcmap',
	'out/renderer/pdf-1.0.0/standard_fonts/a.ttf',
	'out/reading-copy/app/copy.js',
	'node_modules/tesseract.js-core/tesseract-core-simd-lstm.js',
	'node_modules/tesseract.js-core/tesseract-core-simd-lstm.wasm',
	'LICENSE',
];
const english: RecognitionLanguage = { code: 'eng', language: 'en', source: 'provided' };
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-ready-'));
	for (const file of files) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), '');
	}
});
afterEach(() => rmSync(folder, { recursive: true }));

function missing(languages = [english]): Record<string, string[]> {
	const lacking = checkReadiness(folder, languages).filter((item) => item.missing.length > 0);
	return Object.fromEntries(lacking.map((item) => [item.part, item.missing]));
}

test('where every file is, nothing is missing', () => {
	expect(missing()).toEqual({});
});

test('what is not there is named', () => {
	rmSync(join(folder, 'out/renderer/assets/noto-serif-armenian-armenian-wght-normal-Ab1.woff2'));
	rmSync(join(folder, 'out/renderer/assets/hy-Ab1.json'));
	rmSync(join(folder, 'out/renderer/pdf-1.0.0'), { recursive: true });
	rmSync(join(folder, 'out/reading-copy'), { recursive: true });
	rmSync(join(folder, 'LICENSE'));
	expect(missing([english, { code: 'rus', language: 'ru', source: 'missing' }])).toEqual({
		recognition: ['rus.traineddata'],
		fonts: ['Noto serif armenian'],
		help: ['hy.json'],
		tables: ['pdf/cmaps', 'pdf/standard_fonts'],
		'reading-copy': ['reading-copy/app/copy.js'],
		licences: ['LICENSE'],
	});
});

test('a folder of an older Lectern without anything is told as it is', () => {
	rmSync(folder, { recursive: true });
	mkdirSync(folder);
	expect(Object.keys(missing())).toHaveLength(6);
});
