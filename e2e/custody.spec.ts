import fs from 'node:fs';
import path from 'node:path';
import { makeKeyPair, publicKeyOf, signFile } from '#archive/signing/minisign.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { pagesOf } from './fixtures/pdf-pages.ts';
import { expect, test } from './fixtures/test.ts';

const title = 'Sample letter 4';
/** Made once by `minisign -G -W`. */
const unlockedKey = `untrusted comment: minisign encrypted secret key
RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAC+7SKzop7oH9UGS9pv6uaA7e5f7biMgvAzTtdskoxpSGMy/CvUqAi/6qoMJ3rtBKCPJtshyQxjbwQAB4FgcdX0y3AbcW0/4pAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
`;

test('the custody log tells what came in, proves it by its head, and is narrowed, signed and exported', async ({
	start,
	folder,
}) => {
	const started = await start({ add: [writeFile(folder, 'letter-4.txt', artificialLetter(4, 4))] });
	const { page } = started;
	const { library, frame, custody } = started.pages;
	await expect(library.row(title)).toBeVisible();
	await frame.closeToasts();

	await test.step('three entries for what was received, in the terms of PREMIS', async () => {
		await frame.goTo('navigation.custody');
		const entries = custody.entries.filter({ hasText: 'letter-4.txt' });
		await expect(entries).toHaveCount(3);
		for (const term of ['ingestion', 'message digest calculation', 'format identification'])
			await expect(entries.filter({ hasText: term })).toHaveCount(1);
		await expect(entries.filter({ hasText: 'format identification' })).toContainText('Format: text/plain');
		await expect(entries.filter({ hasText: 'ingestion' })).toContainText(
			/File: letter-4\.txt · Size: [\d.]+\s(?:kB|bytes)/,
		);
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('narrowed by kind and by words', async () => {
		await custody.chooseKind('received');
		await custody.words.fill('LETTER-4');
		await expect(custody.entries).toHaveCount(1);
		await custody.words.fill('nothing has this');
		await expect(custody.entries).toHaveCount(0);
		await custody.words.fill('');
		await custody.chooseKind(null);
	});

	await test.step('the chain fits, and a head is found where it stands', async () => {
		const head = await custody.head.innerText();
		expect(head).toMatch(/^[0-9a-f]{64}$/);
		await custody.writtenHead.fill(`${head.slice(0, 32)} ${head.slice(32)}`);
		await custody.checkButton.click();
		await expect(custody.result(message('custody.unbroken'))).toBeVisible();
		await expect(custody.result(message('custody.match-short.current'))).toBeVisible();
		await custody.writtenHead.fill('f'.repeat(64));
		await custody.checkButton.click();
		await expect(custody.result(message('custody.match-short.unknown'))).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		for (const theme of ['dark', 'contrast', 'sepia']) {
			await frame.showTheme(theme);
			expect(await contrastFaults(page), theme).toEqual([]);
		}
		await frame.showTheme('light');
	});

	await test.step('a key is made in the settings, and offered for the export', async () => {
		await frame.goTo('navigation.settings');
		const keyFile = page.getByLabel(message('signing.bring-in'), { exact: true }).and(page.locator('input'));
		await keyFile.setInputFiles(writeFile(folder, 'no.key', 'No key of minisign’s.\n'));
		await expect(page.getByText(message('signing.reason.no-key')).first()).toBeVisible();
		await keyFile.setInputFiles(writeFile(folder, 'minisign.key', unlockedKey));
		await expect(page.getByLabel(message('signing.public-key', { key: '81EE293A2BD2EE0B' }))).toBeVisible();
		await page.getByRole('button', { name: message('signing.remove') }).click();
		await page
			.getByRole('alertdialog')
			.getByRole('button', { name: message('signing.remove') })
			.click();
		await page.getByLabel(message('signing.passphrase')).fill('sample passphrase');
		await expect(page.getByRole('button', { name: message('signing.bring-in') })).toBeVisible();
		await page.getByRole('button', { name: message('signing.make'), exact: true }).click();
		await expect(page.getByRole('button', { name: message('signing.remove') })).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.goTo('navigation.custody');
		await custody.exportButton.click();
		await frame.dialog.getByText(message('custody.sign'), { exact: true }).click();
		await frame.dialog.getByLabel(message('signing.passphrase')).fill('not this one');
		expect(await accessibilityFaults(page)).toEqual([]);
		const exportNow = frame.dialog.getByRole('button', { name: message('dialog.export'), exact: true });
		const file = path.join(folder, 'custody-log.jsonl');
		if ('willSaveAs' in started)
			await (started as unknown as { willSaveAs(file: string): Promise<void> }).willSaveAs(file);
		await exportNow.click();
		await expect(frame.dialog.getByRole('alert')).toContainText(message('signing.reason.key'));
		expect(fs.existsSync(file)).toBe(false);
		await frame.dialog.getByLabel(message('signing.passphrase')).fill('sample passphrase');
		await started.keepFile(file, () => exportNow.click());
		await expect(frame.dialog).toHaveCount(0);
		const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
		expect(lines.map((line) => JSON.parse(line).eventType)).toContain('ingestion');
	});

	await test.step('the finding aid as PDF, which has what its page has', async () => {
		if (!('willSaveAs' in started)) return;
		const pdf = path.join(folder, 'finding aid.pdf');
		await started.keepFile(pdf, () => started.pages.palette.goTo(message('command.findingAid.pdf')));
		await expect.poll(() => fs.existsSync(pdf) && fs.readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
		const words = (await pagesOf(fs.readFileSync(pdf))).map(({ whole }) => whole).join(' ');
		for (const said of [title, 'letter-4.txt', message('finding-aid.originals')]) expect(words).toContain(said);
		await frame.closeToasts();
	});

	await test.step('a receipt for the giver is written for the chosen record, and proved against the archive', async () => {
		const { palette, receipts } = started.pages;
		await frame.press('go.library');
		await library.select(title);
		await palette.goTo(message('command.receipt.make'));
		await expect(receipts.dialog).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.setViewportSize({ width: 360, height: 720 });
		await expect.poll(() => frame.overflowPx()).toBe(0);
		await page.setViewportSize({ width: 1280, height: 820 });
		const file = path.join(folder, 'receipt.html');
		await started.keepFile(file, () => receipts.savePageButton.click());
		await expect(receipts.dialog).toHaveCount(0);
		const receipt = fs.readFileSync(file, 'utf8');
		expect(receipt).toContain('letter-4.txt');
		expect(receipt).not.toContain(title);
		if ('willSaveAs' in started) {
			await palette.goTo(message('command.receipt.make'));
			await receipts.withNames.click();
			const pdf = path.join(folder, 'receipt.pdf');
			await started.keepFile(pdf, () => receipts.savePdfButton.click());
			await expect(receipts.dialog).toHaveCount(0);
			expect(fs.readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
		}
		await frame.goTo('navigation.custody');
		await receipts.prove(file);
		await expect(receipts.proof).toContainText(message('cli.prove.result', { failed: 0 }));
		await frame.showTheme('dark');
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.showTheme('light');
		await receipts.closeProof();
		await test.step('with its signature: whose it is, good or not', async () => {
			const pair = makeKeyPair(Buffer.from('sampleid'));
			const { keyId, line } = publicKeyOf(pair);
			await receipts.prove(file);
			await expect(receipts.signature).toContainText(message('signature.none-chosen'));
			const minisig = writeFile(folder, 'elsewhere.minisig', signFile(fs.readFileSync(file), pair, 'sample comment'));
			await receipts.chooseSignature(minisig);
			await expect(receipts.signature).toContainText(message('signature.unknown-here', { key: keyId }));
			await receipts.checkByKey(keyId, 'no key');
			await expect(receipts.signature.getByRole('alert')).toContainText(message('signature.no-key'));
			await receipts.checkByKey(keyId, line);
			await expect(receipts.signature).toContainText(
				message('signature.good', { key: keyId, comment: 'sample comment' }),
			);
			await expect(receipts.proof).toContainText(message('cli.prove.result', { failed: 0 }));
			expect(await accessibilityFaults(page)).toEqual([]);
			await page.setViewportSize({ width: 360, height: 720 });
			await expect.poll(() => frame.overflowPx()).toBe(0);
			await page.setViewportSize({ width: 1280, height: 820 });
			await receipts.checkByKey(keyId, publicKeyOf({ ...makeKeyPair(pair.keyId), keyId: pair.keyId }).line);
			await expect(receipts.signature).toContainText(message('signature.bad'));
			await expect(receipts.proof).toContainText(message('cli.prove.result', { failed: 1 }));
			await receipts.closeProof();
			if ('willSaveAs' in started) {
				fs.copyFileSync(minisig, `${file}.minisig`);
				await receipts.prove(file);
				await expect(receipts.signature).toContainText(message('signature.unknown-here', { key: keyId }));
				await receipts.closeProof();
			}
		});
		fs.writeFileSync(file, receipt.replace('letter-4.txt', 'letter-5.txt'));
		await receipts.prove(file);
		await expect(receipts.proof).toContainText(message('cli.prove.result', { failed: 1 }));
		await receipts.closeProof();
	});

	await page.setViewportSize({ width: 360, height: 720 });
	await expect.poll(() => frame.overflowPx()).toBe(0);
});
