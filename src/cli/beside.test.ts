import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine } from './testing/built-command-line.ts';

let folder: string;
let lectern: BuiltCommandLine;
const place = ['--archive', 'sample.lectern'];

const paragraphs = (word: string, lengths: readonly number[]) =>
	lengths.map((length) => Array.from({ length }, () => word).join(' ')).join('\n\n');

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-beside-'));
	lectern = await buildCommandLine(folder);
	writeFileSync(join(folder, 'original.txt'), paragraphs('alpha', [40, 12, 80, 25]));
	writeFileSync(join(folder, 'translation.txt'), paragraphs('\u0431\u0435\u0442\u0430\u0434', [40, 12, 25]));
	await lectern.run('new', 'sample.lectern', '--title', 'Sample archive');
	await lectern.run('add', 'original.txt', 'translation.txt', ...place);
}, 60_000);
afterAll(() => {
	lectern.remove();
	rmSync(folder, { recursive: true });
});

test('two texts are printed passage by passage, what one leaves out alone', async () => {
	const { out, status } = await lectern.run('beside', 'original', 'translation', ...place);
	expect(status).toBe(0);
	expect(out.match(/^¶.*$/gm)).toEqual(['¶1 · ¶1', '¶2 · ¶2', '¶3 · –', '¶4 · ¶3']);
	const { lines } = await lectern.run('beside', 'original', 'translation', ...place, '--json');
	expect(lines[2]).toMatchObject({ first: [{ number: 3 }], second: [], isByHand: false });
}, 60_000);

test('a text beside itself is refused', async () => {
	expect(await lectern.run('beside', 'original', 'original', ...place)).toMatchObject({ status: 2, out: '' });
}, 60_000);
