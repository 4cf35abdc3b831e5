import type { Locator } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

const headings = Array.from({ length: 10_000 }, (_, at) => `## Heading ${at + 1}\n\nSample words ${at + 1}.\n`);
const columns = Array.from({ length: 5000 }, (_, at) => at + 1);
const row = (name: string) => `<tr>${columns.map((at) => `<td>${name}${at}</td>`).join('')}</tr>`;
const wordsOfLine = 130_000;
/** Begins in Hebrew and ends with a full stop, whose place is then at the left. */
const fromTheRight = 'אבגד הוזח alpha טיכל.';
/** Hebrew within English, a letter that no bundled face has, one that no font has, and marks that change the direction. */
const mixed = 'Alpha אבגד beta \u202Egamma\u202C 𐎀𐎁 \u{F1234} delta\u0301 zorvane.';

test('texts that go to extremes are read like others, and the window stays usable', async ({ start, folder }) => {
	const add = [
		writeFile(folder, 'headings.md', `# Ten thousand headings\n\n${headings.join('\n')}`),
		writeFile(
			folder,
			'table.html',
			`<title>A wide table</title><h1>A wide table</h1><table>${row('a')}${row('b')}${row('c')}</table><p>Behind it.</p>`,
		),
		writeFile(folder, 'line.txt', `A long line\n\n${'samples '.repeat(wordsOfLine)}end.\n`),
		writeFile(folder, 'from-right.txt', `A long line from the right\n\n${'\u05d0\u05d1\u05d2 alpha '.repeat(3000)}\n`),
		writeFile(folder, 'mixed.txt', `Mixed directions\n\n${mixed}\n\n${fromTheRight}\n`),
	];
	const { page, pages } = await start({ add });
	const { library, reader, frame } = pages;

	await test.step('ten thousand headings', async () => {
		await library.open('Ten thousand headings');
		await reader.contentsTree.focus();
		await page.keyboard.type('heading 9000');
		await expect(reader.contentsEntry('Heading 9000')).toBeInViewport();
		await page.keyboard.press('Enter');
		await expect(reader.text.getByText('Heading 9000', { exact: true })).toBeInViewport();
		await expect(reader.text.getByText('Heading 9000', { exact: true })).toBeFocused();
		await expect(reader.currentContentsEntry).toHaveText('Heading 9000');
		await expect(reader.position(9000, 10_000)).toBeVisible();
		await frame.press('passage.return');
		await expect(reader.title).toBeInViewport();
	});

	await test.step('a table of five thousand columns scrolls by itself', async () => {
		await frame.goTo('library.title');
		await library.open('A wide table');
		await expect(reader.text.getByText('a1', { exact: true })).toBeVisible();
		await expect(reader.text.getByText('Behind it.')).toBeVisible();
		await expect.poll(() => frame.overflowPx()).toBe(0);
		await frame.press('find.open');
		await reader.findField.fill('c5000');
		await expect(reader.findCount).toHaveText(message('find.count', { at: 1, total: 1 }));
		await expect(reader.text.getByText('c5000', { exact: true })).toBeInViewport();
		await page.keyboard.press('Escape');
	});

	await test.step('a line of a million characters', async () => {
		await frame.goTo('library.title');
		await library.open('A long line');
		await expect(await reader.paragraph(1)).toContainText('samples samples');
		// Left to find it out, the browser looks through all of the line for each line that it lays out.
		await expect(await reader.paragraph(1)).toHaveCSS('unicode-bidi', 'isolate');
		await frame.press('find.open');
		await reader.findField.fill('end.');
		await expect(reader.findCount).toHaveText(message('find.count', { at: 1, total: 1 }));
		await expect.poll(() => reader.scrollTop()).toBeGreaterThan(10_000);
		await page.keyboard.press('Escape');
		await page.setViewportSize({ width: 360, height: 700 });
		await expect.poll(() => frame.overflowPx()).toBe(0);
		await page.setViewportSize({ width: 1280, height: 800 });
		await frame.goTo('library.title');
		await library.open('A long line from the right');
		await expect(await reader.paragraph(1)).toHaveCSS('direction', 'rtl');
	});

	await test.step('mixed directions, no known language, letters that no font has', async () => {
		await frame.goTo('library.title');
		await library.open('Mixed directions');
		await expect(await reader.paragraph(1)).toHaveText(mixed);
		expect(await leftMost(await reader.paragraph(2))).toBe('.');
		// Hebrew is drawn by a font of the system, or by none: that is the system's.
		await expect(reader.undrawn).toContainText(message('reader.undrawn.private'));
		expect(await accessibilityFaults(page)).toEqual([]);
	});
});

/** The letter of a passage of one line that stands leftmost. */
function leftMost(passage: Locator): Promise<string> {
	return passage.evaluate((element) => {
		const node = element.firstChild as Text;
		const range = document.createRange();
		const left = (at: number) => {
			range.setStart(node, at);
			range.setEnd(node, at + 1);
			return range.getBoundingClientRect().left;
		};
		const places = [...node.data].map((letter, at) => ({ letter, px: left(at) }));
		return places.reduce((best, each) => (each.px < best.px ? each : best)).letter;
	});
}
