import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { JobItem } from '#shared/domain/job.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { artificialLetter, writeFile, writeLetters } from './fixtures/artificial-texts.ts';
import { killLecternAtLine, lecternJson } from './fixtures/command-line.ts';
import { chooseSeed, randomFrom } from './fixtures/random.ts';
import { starterRecordCount } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

test('killing the archive process in the middle of an import loses nothing that was reported', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const letters = path.join(folder, 'letters');
	const count = writeLetters(letters, 1500, 4).length;
	const running = await startDesktop();
	const { library, adding, frame } = running.pages;
	await expect(library.grid).toBeVisible();
	const archiveProcess = await running.archiveProcess();
	await running.chooseFolder(letters, () => frame.press('adding.folder'));
	await frame.goTo('navigation.adding');
	await expect(adding.rows.nth(20)).toBeVisible();
	process.kill(archiveProcess, 'SIGKILL');
	const reported = await adding.rows
		.getByRole('cell')
		.filter({ hasText: /^letter-/ })
		.allInnerTexts();

	await expect(adding.state('interrupted')).toBeVisible();
	await expect(adding.retryButton).toBeVisible();
	for (const name of reported) await expect(adding.outcome(name, 'added')).toBeVisible();
	await adding.retryButton.click();
	await frame.goTo('library.title');
	await expect.poll(() => library.count(), { timeout: 60_000 }).toBe(starterRecordCount + count);
	await running.close();

	const records = await lecternJson<RecordSummary>('list', '--data', dataFolder);
	const perLetter = records
		.filter(({ title }) => title.startsWith('Sample letter'))
		.map((record) => record.passageCount);
	expect(new Set(perLetter).size).toBe(1);
	await lecternJson('verify', '--data', dataFolder);
});

test('killing the command line at any moment loses no line that it printed', async ({ folder, dataFolder }) => {
	const seed = chooseSeed();
	console.log(`seed ${seed} (LECTERN_SEED=${seed} repeats it)`);
	const random = randomFrom(seed);
	const archive = path.join(folder, 'mine.lectern');
	const place = ['--archive', archive, '--data', dataFolder];
	await lecternJson('new', archive, '--data', dataFolder);
	const printed = new Map<string, JobItem>();
	for (let round = 0; round < 4; round += 1) {
		const letters = path.join(folder, `letters-${round}`);
		writeLetters(letters, 120, 3);
		// Other rounds have other bytes, or their files would be held already.
		for (const name of fs.readdirSync(letters)) fs.appendFileSync(path.join(letters, name), `\nRound ${round}.\n`);
		const killAt = 1 + Math.floor(random() * 110);
		const lines = await killLecternAtLine<JobItem>(killAt, 'add', letters, ...place);
		expect(lines.length).toBeGreaterThanOrEqual(killAt);
		for (const line of lines) if (line.recordId) printed.set(line.recordId, line);

		const records = new Map(
			(await lecternJson<RecordSummary>('list', ...place)).map((each) => [each.id as string, each]),
		);
		const lost = [...printed].filter(([id, line]) => records.get(id)?.passageCount !== line.passageCount);
		expect(lost, `round ${round}, killed at line ${killAt}`).toEqual([]);
	}
	const verified = await lecternJson<JobItem>('verify', ...place);
	const intact = new Set(verified.filter(({ outcome }) => outcome === 'intact').map(({ sha256 }) => sha256));
	expect([...printed.values()].filter(({ sha256 }) => !intact.has(sha256))).toEqual([]);
});

test('a mark shows before the archive has it, outlives the archive process, and a note is there as it was saved', async ({
	startDesktop,
	folder,
}) => {
	const letter = writeFile(folder, 'letter.txt', artificialLetter(4, 3));
	const running = await startDesktop({ add: [letter] });
	const { library, reader, cards, frame } = running.pages;
	await library.open('Sample letter 4');
	await reader.focusParagraph(2);
	await frame.press('annotation.claim');
	const card = cards.card('claim', 2);
	await cards.editor.fill('First wording');
	await cards.doneButton.click();
	await expect(frame.saved).toBeVisible();

	const archiveProcess = await running.archiveProcess();
	process.kill(archiveProcess, 'SIGSTOP');
	await reader.focusParagraph(3);
	await frame.press('annotation.question');
	await expect.poll(() => reader.highlighted('purpose-question')).toHaveLength(1);
	await expect(cards.all).toHaveCount(1);
	process.kill(archiveProcess, 'SIGKILL');
	await expect(cards.card('question', 3)).toBeVisible();
	await expect.poll(() => reader.highlighted('purpose-question')).toHaveLength(1);

	// Typed, and with an archive process that does not answer not saved: nothing may say that it is.
	await cards.edit(card);
	const busy = await running.archiveProcess();
	process.kill(busy, 'SIGSTOP');
	await running.page.keyboard.type(' and more');
	await expect(cards.editor).toHaveValue(/ and more$/);
	await expect(frame.saved).toBeHidden();
	const ended = once(running.app.process(), 'exit');
	running.app.process().kill('SIGKILL');
	await ended;
	process.kill(busy, 'SIGKILL');

	// What was saved is there, word for word, and nothing else.
	const again = (await startDesktop()).pages;
	await again.library.open('Sample letter 4');
	await expect(again.cards.card('question', 3)).toBeVisible();
	await expect(again.cards.card('claim', 2).getByText('First wording', { exact: true })).toBeVisible();
	await expect(again.cards.list).not.toContainText('and more');
	await expect(again.cards.all).toHaveCount(2);
});
