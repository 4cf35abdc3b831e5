import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { koi8 } from './fixtures/koi8.ts';
import { expect, onDesktop, test } from './fixtures/test.ts';

/** "Alpha beta" and so on in Cyrillic letters: enough for an encoding to show. */
const sample = 'Альфа бета гамма, образец письма номер семь. Дельта эпсилон дзета, только образец.';

test('each bad file is named with its reason, and the good ones are added', async ({ start, folder }) => {
	const files = path.join(folder, 'mixed');
	writeFile(files, 'empty.txt', '');
	writeFile(files, 'blank.txt', ' \n\n \t\n');
	writeFile(
		files,
		'binary.txt',
		Uint8Array.from({ length: 4096 }, (_, at) => (at * 37) % 256),
	);
	writeFile(files, 'picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
	writeFile(files, 'unknown.xyz', Uint8Array.from([1, 2, 3, 0, 0xff, 0xfe, 0, 9, 200, 201]));
	writeFile(
		files,
		'good.txt',
		'Sample letter 7\n\nAlpha beta gamma, a sample and nothing else. Delta epsilon zeta eta theta.\n',
	);
	writeFile(files, 'good.md', '# Sample letter 8\n\nAlpha *beta* gamma.\n');
	writeFile(files, 'good.html', '<h1>Sample letter 9</h1><p>Alpha <script>beta()</script>gamma.</p>');
	const running = await start();
	const { library, adding, frame } = running.pages;
	await running.chooseFolder(files, () => library.chooseToAdd('command.adding.folder'));
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await expect(adding.rows).toHaveCount(8);
	for (const good of ['good.txt', 'good.md', 'good.html']) await expect(adding.outcome(good, 'added')).toBeVisible();
	for (const bad of ['empty.txt', 'blank.txt', 'binary.txt', 'picture.txt', 'unknown.xyz'])
		await expect(adding.outcome(bad, 'no-text')).toBeVisible();
	await expect(adding.detail('empty.txt')).toContainText(message('import.reason.empty'));
	await expect(adding.detail('blank.txt')).toContainText(message('import.reason.blank'));
	await expect(adding.detail('binary.txt')).toContainText(message('import.reason.binary'));
	await expect(adding.detail('picture.txt')).toContainText(message('import.reason.image-damaged'));

	await adding.openRecord('empty.txt').click();
	await expect(running.pages.reader.text).toContainText(message('reader.no-text-means'));
});

test(
	'a text in the wrong letters is put right by reading it in another encoding',
	onDesktop,
	async ({ start, folder }) => {
		const file = writeFile(folder, 'letter.txt', koi8(`${sample}\n\n${sample}\n`));
		const running = await start();
		const { library, adding, frame, reader } = running.pages;
		await running.chooseFiles([file], () => library.addButton.click());
		await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
		await expect(adding.outcome('letter.txt', 'added')).toBeVisible();
		await expect(adding.detail('letter.txt')).toContainText('koi8-r');
		await adding.openRecord('letter.txt').click();
		await expect(reader.text).toContainText(sample);

		await frame.tab('provenance.tab').click();
		await library.readAgain('windows-1251');
		await expect(reader.text).not.toContainText(sample);
		await frame.tab('provenance.tab').click();
		await library.readAgain('koi8-r');
		await expect(reader.text).toContainText(sample);
	},
);
