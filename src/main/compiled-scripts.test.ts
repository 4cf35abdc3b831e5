import { execFileSync } from 'node:child_process';
import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const longAgo = new Date(0);
let folder: string;
let entry: string;
let compiled: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
	entry = join(folder, 'entry.cjs');
	compiled = join(folder, 'compiled');
	writeFileSync(entry, `const { join } = require('node:path');\nconsole.log(join('a', require('./part.cjs').word));\n`);
	writeFileSync(join(folder, 'part.cjs'), `exports.word = 'one';\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** In a process of its own: code is kept when it ends. */
function run(): string {
	const module = pathToFileURL(join(import.meta.dirname, 'compiled-scripts.ts')).href;
	const script = `import { runCompiled } from ${JSON.stringify(module)}; runCompiled(${JSON.stringify(entry)}, ${JSON.stringify(compiled)});`;
	return execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], {
		encoding: 'utf8',
	}).trim();
}

/** The compiled files that a run wrote anew. */
function writtenBy(work: () => void): string[] {
	for (const name of readdirSync(compiled)) utimesSync(join(compiled, name), longAgo, longAgo);
	work();
	return readdirSync(compiled).filter((name) => statSync(join(compiled, name)).mtimeMs !== longAgo.getTime());
}

test('scripts run as under require, and what was compiled for them is used again', () => {
	expect(run()).toBe(join('a', 'one'));
	expect(readdirSync(compiled).sort()).toEqual(['entry.cjs.bin', 'part.cjs.bin']);
	expect(writtenBy(() => expect(run()).toBe(join('a', 'one')))).toEqual([]);
});

test('another script of the same length is compiled anew', () => {
	run();
	writeFileSync(join(folder, 'part.cjs'), `exports.word = 'two';\n`);
	expect(writtenBy(() => expect(run()).toBe(join('a', 'two')))).toEqual(['part.cjs.bin']);
});

test('damaged code is not run but compiled anew', () => {
	run();
	const entryCode = join(compiled, 'entry.cjs.bin');
	const bytes = readFileSync(entryCode);
	bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 0xff;
	writeFileSync(entryCode, bytes);
	truncateSync(join(compiled, 'part.cjs.bin'), 40);
	expect(writtenBy(() => expect(run()).toBe(join('a', 'one')))).toEqual(['entry.cjs.bin', 'part.cjs.bin']);
});

test('a part that could not be read is read when it is asked for again', () => {
	const late = JSON.stringify(join(folder, 'late.cjs'));
	writeFileSync(
		entry,
		`try { require('./late.cjs'); } catch { require('node:fs').writeFileSync(${late}, "exports.word = 'late';"); }
		console.log(require('./late.cjs').word);`,
	);
	expect(run()).toBe('late');
});

test('where nothing can be written the scripts run all the same', () => {
	writeFileSync(compiled, 'a file where the folder should be');
	expect(run()).toBe(join('a', 'one'));
});
