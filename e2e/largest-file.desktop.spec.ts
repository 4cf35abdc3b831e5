import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { JobItem } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { lecternJson, runLecternWithin } from './fixtures/command-line.ts';
import { expect, test } from './fixtures/test.ts';

test('an archive that comes to the largest file of its medium says so, and keeps all that it took', async ({
	folder,
	dataFolder,
}) => {
	const archive = path.join(folder, 'mine.lectern');
	const place = ['--archive', archive, '--data', dataFolder];
	await lecternJson('new', archive, '--data', dataFolder);
	const files = path.join(folder, 'files');
	for (let number = 1; number <= 6; number += 1) writeFile(files, `sample-${number}.bin`, randomBytes(700_000));

	const added = await runLecternWithin(3000, 'add', files, '--json', ...place);
	expect(added.stderr).toContain('mine.lectern has come to the largest size');
	const items = added.stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as JobItem]));
	const kept = items.filter(({ outcome }) => outcome === 'no-text').length;
	expect(kept).toBeGreaterThan(0);
	expect(fs.statSync(archive).size).toBeLessThanOrEqual(3_072_000);
	expect(fs.existsSync(`${archive}-wal`)).toBe(false);
	expect(await lecternJson('list', ...place)).toHaveLength(kept);
	const verified = await lecternJson<Partial<JobItem>>('verify', ...place);
	expect(verified.filter(({ outcome }) => outcome === 'intact')).toHaveLength(kept);
});

test('the window says at once what broke work off, and what is safe', async ({ startDesktop, folder }) => {
	const archive = path.join(folder, 'mine.lectern');
	await lecternJson('new', archive, '--data', path.join(folder, 'other-data'));
	const running = await startDesktop({ archive });
	const { frame, library } = running.pages;
	await expect(library.addButton).toBeVisible();
	const limit = `--fsize=${fs.statSync(archive).size + 100_000}`;
	execFileSync('prlimit', ['--pid', String(await running.archiveProcess()), limit]);
	const large = writeFile(folder, 'sample.bin', randomBytes(3_000_000));
	await running.chooseFiles([large], () => library.addButton.click());
	await expect(frame.toasts).toContainText(message('error.disk-full-outgrown', { archive: 'mine.lectern' }));
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await expect(frame.main).toContainText(message('job.state.interrupted'));
});
