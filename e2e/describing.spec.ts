import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

const [first, second] = ['Sample letter 4', 'Sample letter 5'];

test('an archivist describes a record in place and several together; undo takes either back', async ({
	start,
	folder,
}) => {
	const add = [4, 5].map((number) => writeFile(folder, `letter-${number}.txt`, artificialLetter(number, 2)));
	const { page, pages } = await start({ add });
	const { library, frame } = pages;
	const { dialog } = frame;
	await expect(library.row(second)).toBeVisible();
	await frame.closeToasts();
	await library.select(first);

	await test.step('one field, where it stands', async () => {
		await library.describe('referenceCode', 'SAMPLE 1/4');
		await expect(library.described('referenceCode')).toContainText('SAMPLE 1/4');
		await frame.press('history.undo');
		await expect(library.described('referenceCode')).not.toContainText('SAMPLE');
		await frame.press('history.redo');
		await expect(library.described('referenceCode')).toContainText('SAMPLE 1/4');
		expect(await accessibilityFaults(page)).toEqual([]);
		await library.described('withheldNames').scrollIntoViewIfNeeded();
	});

	await test.step('who gave it is shown only when asked for', async () => {
		await frame.inspector.getByRole('button', { name: message('description.show-giver') }).click();
		await frame.inspector.getByRole('button', { name: message('description.giver') }).click();
		const field = frame.inspector.getByRole('textbox', { name: message('description.giver') });
		await field.fill('A. Giver');
		await field.press('Enter');
		await expect(frame.inspector.getByText('A. Giver')).toBeVisible();
		await library.select(second);
		await library.select(first);
		await expect(frame.inspector.getByText('A. Giver')).toHaveCount(0);
	});

	await test.step('two at once', async () => {
		await frame.closeToasts();
		await library.row(second).click({ modifiers: ['ControlOrMeta'] });
		await page.getByRole('button', { name: message('library.with-selected', { count: 2 }) }).click();
		await page.getByRole('menuitem', { name: message('library.describe') }).click();
		// The first has a code and the second none: that they differ is seen, and is not written over.
		const code = dialog.getByLabel(message('description.field.referenceCode'), { exact: true });
		await expect(code).toHaveAttribute('placeholder', message('description.mixed'));
		const button = (action: string) => {
			const field = message('description.field.referenceCode');
			return dialog.getByRole('button', { name: message('description.field-action', { action, field }) });
		};
		await button(message('description.empty')).click();
		await expect(code).toHaveAttribute('placeholder', message('description.emptied'));
		await button(message('description.leave')).click();
		await expect(dialog.getByRole('button', { name: message('description.write', { count: 2 }) })).toBeDisabled();
		await dialog.getByLabel(message('description.add-tags'), { exact: true }).fill('sample; second tag');
		await dialog.getByLabel(message('description.field.extent'), { exact: true }).fill('2 leaves');
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.showTheme('dark');
		expect(await contrastFaults(page)).toEqual([]);
		await frame.showTheme('light');
		await frame.dialog.getByRole('button', { name: message('description.write', { count: 2 }) }).click();
		await expect(frame.toast(message('description.described', { count: 2 }))).toBeVisible();
		for (const title of [first, second]) {
			await library.select(title);
			await expect(library.described('extent')).toContainText('2 leaves');
			await expect(frame.inspector.getByText('second tag', { exact: true })).toBeVisible();
		}
		await library.select(first);
		await expect(library.described('referenceCode')).toContainText('SAMPLE 1/4');
		await library.row(second).click({ modifiers: ['ControlOrMeta'] });
		await page.getByRole('button', { name: message('library.with-selected', { count: 2 }) }).click();
		await page.getByRole('menuitem', { name: message('library.describe') }).click();
		await expect(dialog.getByLabel(message('description.field.extent'), { exact: true })).toHaveValue('2 leaves');
		await dialog.getByText(message('description.tag-count', { tag: 'second tag', count: 2 })).click();
		expect(await accessibilityFaults(page)).toEqual([]);
		await dialog.getByRole('button', { name: message('description.write', { count: 2 }) }).click();
		await library.select(first);
		await expect(frame.inspector.getByText('sample', { exact: true })).toBeVisible();
		await expect(frame.inspector.getByText('second tag', { exact: true })).toHaveCount(0);
		await frame.press('history.undo');
		await expect(frame.inspector.getByText('second tag', { exact: true })).toBeVisible();
		await frame.press('history.undo');
		await expect(library.described('extent')).not.toContainText('2 leaves');
	});
	await test.step('two made one, the second file first, and two again', async () => {
		await frame.closeToasts();
		await library.select(first);
		await library.row(second).click({ modifiers: ['ControlOrMeta'] });
		await pages.palette.goTo(message('command.records.join'));
		const order = frame.dialog.getByRole('list', { name: message('join.order') }).getByRole('listitem');
		await expect(order).toContainText([first, second]);
		await order
			.first()
			.getByRole('button', { name: message('join.down', { title: first }) })
			.focus();
		await page.keyboard.press('Enter');
		await expect(order).toContainText([second, first]);
		await expect(order.last().getByRole('button', { name: message('join.up', { title: first }) })).toBeFocused();
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.dialog.getByRole('button', { name: message('join.do'), exact: true }).click();
		await expect(frame.toast(message('library.joined', { count: 2 }))).toBeVisible();
		await expect(library.row(second)).toHaveCount(0);
		const joined = frame.inspector.getByRole('list', { name: message('record.joined') });
		await expect(joined.getByRole('link', { name: second })).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await frame.press('history.undo');
		await expect(library.row(second)).toBeVisible();
		await expect(joined).toHaveCount(0);
	});
	await page.setViewportSize({ width: 360, height: 720 });
	await expect.poll(() => frame.overflowPx()).toBe(0);
});
