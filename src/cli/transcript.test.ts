import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toneWave } from '#archive/testing/test-wave.ts';
import { type BuiltCommandLine, buildCommandLine } from './testing/built-command-line.ts';

let folder: string;
let lectern: BuiltCommandLine;
const place = ['--archive', 'sample.lectern'];
const subtitles = '1\n00:00:01,000 --> 00:00:02,500\nAlpha beta.\n\n2\n00:12:31,000 --> 00:12:33,000\nGamma.\n';

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-transcript-'));
	lectern = await buildCommandLine(folder);
	writeFileSync(join(folder, 'talk.wav'), toneWave(2));
	writeFileSync(join(folder, 'typed.srt'), subtitles);
	await lectern.run('new', 'sample.lectern', '--title', 'Sample archive');
	await lectern.run('add', 'talk.wav', ...place);
}, 60_000);
afterAll(() => {
	lectern.remove();
	rmSync(folder, { recursive: true });
});

test('a transcript is brought in for a recording, shown and cited with its times, and written out again', async () => {
	expect(await lectern.run('transcript', 'talk', ...place)).toMatchObject({ status: 2 });
	expect((await lectern.run('editions', 'add', 'talk', 'typed.srt', ...place)).status).toBe(0);
	expect((await lectern.run('show', 'talk', ...place)).out).toContain('¶2  [00:12:31] Gamma.');
	const { out: cited } = await lectern.run('cite', 'talk', '--paragraph', '2', '--style', 'short', ...place);
	expect(cited).toContain('¶ 2, 00:12:31');
	expect((await lectern.run('transcript', 'talk', '--format', 'srt', ...place)).out).toBe(subtitles);
	expect((await lectern.run('transcript', 'talk', '--out', join(folder, 'talk.vtt'), ...place)).status).toBe(0);
	expect(readFileSync(join(folder, 'talk.vtt'), 'utf8')).toMatch(
		/^WEBVTT\n[\s\S]*00:12:31\.000 --> 00:12:33\.000\nGamma\.\n$/,
	);
}, 60_000);
