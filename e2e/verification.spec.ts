import fs from 'node:fs';
import path from 'node:path';
import type { JobItem } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { lecternJson, runLectern } from './fixtures/command-line.ts';
import { expect, onDesktop, test } from './fixtures/test.ts';

/** Changes the words wherever they lie in the file; as a bad disk would, behind the program's back. */
function damage(archive: string, words: string): void {
	const bytes = fs.readFileSync(archive);
	for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) bytes[at] = 0x58;
	fs.writeFileSync(archive, bytes);
}

test(
	'a damaged original is found, named and told of in the log; what is beside it stays intact',
	onDesktop,
	async ({ start, folder, dataFolder }) => {
		const archive = path.join(folder, 'mine.lectern');
		const place = ['--archive', archive, '--data', dataFolder];
		await lecternJson('new', archive, '--data', dataFolder);
		// Kept without a text, so that only the original has these words.
		const scan = writeFile(folder, 'scan.bin', 'Sample bytes that are no text\u0000\u0001\u0002');
		await lecternJson('add', writeFile(folder, 'letter-4.txt', artificialLetter(4, 4)), scan, ...place);
		damage(archive, 'Sample bytes that are no text');

		const verified = await runLectern('verify', '--json', ...place);
		expect(verified.status).toBe(1);
		const items = verified.stdout.split('\n').flatMap((line) => (line ? [JSON.parse(line) as JobItem] : []));
		expect(items).toContainEqual(expect.objectContaining({ name: 'scan.bin', outcome: 'changed' }));
		expect((await runLectern('verify', '--record', 'Sample letter 4', ...place)).status).toBe(0);

		const started = await start({ archive });
		const { page } = started;
		const { frame, adding, custody, library } = started.pages;
		await expect(library.row('Sample letter 4')).toBeVisible();
		await test.step('in the window, of all originals, with a report that can be saved', async () => {
			await frame.goTo('navigation.adding');
			await started.pages.palette.goTo(message('command.originals.verify'));
			// Added, and verified twice from the command line, before.
			await expect(adding.jobs).toHaveCount(4);
			await adding.jobs.first().getByRole('link').click();
			await expect(adding.outcome('scan.bin', 'changed')).toBeVisible();
			await expect(adding.row('letter-4.txt').getByText(message('job.outcome.intact'), { exact: true })).toBeVisible();
			expect(await accessibilityFaults(page)).toEqual([]);
			// What will say how many pass leaves no gap above the entries before.
			const gapPx = () =>
				adding.report.getByRole('table').evaluate((table) => {
					const filter = table.closest('section')?.querySelector('fieldset');
					return filter ? table.getBoundingClientRect().top - filter.getBoundingClientRect().bottom : null;
				});
			expect(await gapPx()).toBeLessThanOrEqual(12);
			await adding.filterBy('changed');
			await expect(adding.rows).toHaveCount(1);
			await expect(adding.outcome('scan.bin', 'changed')).toBeVisible();
			await adding.filterWords.fill('letter');
			await expect(adding.rows).toHaveCount(0);
			await expect(adding.report.getByRole('status')).toHaveText(
				message('adding.filter.passing', { count: 0, all: 3 }),
			);
			expect(await accessibilityFaults(page)).toEqual([]);
			const report = path.join(folder, 'report.csv');
			await started.keepFile(report, () => page.getByRole('button', { name: message('job.save-report') }).click());
			expect(fs.readFileSync(report, 'utf8')).toContain('scan.bin');
		});
		await test.step('the log has an entry for what is not intact', async () => {
			await frame.goTo('navigation.custody');
			await custody.chooseKind('verified');
			await expect(
				custody.entries
					.filter({ hasText: `${message('custody.detail.outcome')}: ${message('fixity.changed')}` })
					.first(),
			).toContainText('scan.bin');
			await expect(custody.entries.filter({ hasText: message('custody.detail.contentRoot') }).first()).toBeVisible();
		});
		await test.step('a collection by itself', async () => {
			await frame.goTo('library.title');
			await library.addCollection('Sample box');
			await library.verifyCollection('Sample box');
			await frame.goTo('navigation.adding');
			await expect(adding.jobs).toHaveCount(5);
		});
		await test.step('the record says so too', async () => {
			await frame.goTo('library.title');
			await library.select('scan.bin');
			await frame.tab('provenance.tab').click();
			await expect(frame.inspector.getByText(message('fixity.changed'), { exact: true })).toBeVisible();
		});
		await test.step('what is intact is given back as it was received', async () => {
			await frame.closeToasts();
			await library.select('Sample letter 4');
			const file = path.join(folder, 'given-back.txt');
			const save = frame.inspector.getByRole('button', { name: message('provenance.save-original') });
			await started.keepFile(file, () => save.click());
			await expect.poll(() => fs.readFileSync(file, 'utf8')).toBe(artificialLetter(4, 4));
		});
	},
);
