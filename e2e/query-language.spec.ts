import { message } from '#shared/messages/messages.ts';
import { markerWord, writeLetters } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';

const place = (paragraph: number) => message('search.hit.number', { number: paragraph });

test('operators and fields choose the passages; what cannot be read is shown where it stands', async ({
	start,
	folder,
}) => {
	const [letter = ''] = writeLetters(folder, 1, 4);
	const {
		page,
		pages: { search },
	} = await start({ add: [letter] });
	const [one, two, three] = [markerWord(1, 1), markerWord(1, 2), markerWord(1, 3)];
	const shows = async (query: string, paragraphs: readonly number[]) => {
		await search.box.fill(query);
		await expect(search.options).toHaveCount(paragraphs.length);
		for (const paragraph of paragraphs)
			await expect(search.options.filter({ hasText: place(paragraph) })).toHaveCount(1);
	};
	await shows(`"${one}" OR "${three}" `, [1, 3]);
	await shows(`"stands ${two}"`, [2]);
	await shows(`sample NEAR/2 "${two}" in:passage`, [2]);
	await shows(`("${one}" OR "${two}") -"stands ${one}"`, [2]);
	await expect(search.problems).toBeEmpty();

	await shows(`"${one}" colour:red "${two}"`, [1]);
	await expect(search.problems.locator('mark')).toHaveText('colour:red');
	await expect(search.problems).toContainText(message('query.fault.before'));
	expect(await accessibilityFaults(page)).toEqual([]);
	await shows(`("${one}" OR "${two}"`, [1, 2]);
	await expect(search.problems.locator('mark')).toHaveText('(');

	await search.box.fill(`kind:lettter ${one}`);
	await expect(page.getByRole('main')).toContainText(message('search.empty.absent.kind', { value: 'lettter' }));

	await search.box.fill('');
	await search.paste(`Here stands\n${two.slice(0, 3)}-\n${two.slice(3)}\n`);
	await expect(search.box).toHaveValue(`Here stands ${two}`);
	await expect(search.options).toHaveCount(1);
});

test('the help is reached by keyboard, and an example in it can be tried', inBrowser, async ({ start }) => {
	const {
		page,
		pages: { search },
	} = await start();
	await search.box.fill('a');
	await search.helpButton.focus();
	await page.keyboard.press('Enter');
	await expect(search.help).toBeVisible();
	expect(await accessibilityFaults(page)).toEqual([]);
	await search.help.getByRole('button', { name: message('search.help.kind.example') }).focus();
	await page.keyboard.press('Enter');
	await expect(search.help).toBeHidden();
	await expect(search.box).toHaveValue(`${message('search.help.kind.example')} `);
	await search.helpButton.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(search.help).toBeHidden();
	await expect(search.helpButton).toBeFocused();
});
