import { readFileSync } from 'node:fs';
import { message } from '#shared/messages/messages.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { pictureFaults } from './fixtures/picture-on-screen.ts';
import { starterEvents } from './fixtures/starter.ts';
import { expect, inBrowser, test } from './fixtures/test.ts';

test('the picture and the table beside it say the same, by keys too; an event is written, disputed and taken back', async ({
	start,
}) => {
	const { page, pages } = await start();
	const { frame, chronology } = pages;
	// Tall enough for all lanes: only what is in sight is drawn.
	await page.setViewportSize({ width: 1440, height: 1500 });
	await test.step('each event of the starter archive is in the table, and on the picture or among those without a place', async () => {
		await frame.goTo('navigation.chronology');
		await expect(chronology.rows).toHaveCount(starterEvents.length);
		const shown = [
			...(await chronology.marks.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''))),
			...(await chronology.unplaced.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))),
		];
		expect(shown).toHaveLength(starterEvents.length);
		for (const [at, row] of (await chronology.rows.all()).entries()) {
			const [when, title] = await row
				.getByRole('gridcell')
				.evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent ?? ''));
			expect(
				shown.filter((label) => label.startsWith(`${title} · ${when}`)),
				`row ${at}`,
			).toHaveLength(1);
		}
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('all of it can be seen in light and in dark', async () => {
		expect(await pictureFaults(page, chronology.picture, 'chronology', chronology.marks)).toEqual([]);
	});

	await test.step('keys lead from event to event, and what is chosen is told with its words', async () => {
		await chronology.picture.focus();
		await page.keyboard.press('ArrowDown');
		const active = await chronology.picture.getAttribute('aria-activedescendant');
		await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true');
		await expect(chronology.details.getByRole('heading', { level: 2 })).toBeVisible();
		await frame.press('pane.inspector');
		await expect(chronology.details).toBeHidden();
		const title = await chronology.chosenTitle();
		expect(title.length).toBeGreaterThan(40);
		await expect.poll(() => chronology.wholeCardWords()).toContain(title);
		await frame.press('pane.inspector');
		await expect(chronology.details).toBeVisible();
		const before = await chronology.axis.allTextContents();
		await page.keyboard.press('+');
		await page.keyboard.press('+');
		await expect.poll(() => chronology.axis.allTextContents()).not.toEqual(before);
		await page.keyboard.press('0');
		await expect.poll(() => chronology.axis.allTextContents()).toEqual(before);
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('the wheel zooms and dragging pans', async () => {
		const before = await chronology.axis.allTextContents();
		await chronology.picture.hover({ position: { x: 300, y: 40 } });
		await page.mouse.wheel(0, -600);
		await expect.poll(() => chronology.axis.allTextContents()).not.toEqual(before);
		await chronology.tool(message('graph.fit')).click();
		await expect.poll(() => chronology.axis.allTextContents()).toEqual(before);
	});

	await test.step('an event is written; its date is read as it is typed, and what is not read is kept', async () => {
		await chronology.newButton.click();
		await chronology.field(message('chronology.column.title')).fill('A sample vote');
		await chronology.field(message('date.edtf')).fill('2023-08?');
		await expect(chronology.dialog).toContainText('August 2023 (uncertain)');
		await chronology.field(message('chronology.date-words')).fill('some time in August');
		expect(await accessibilityFaults(page)).toEqual([]);
		await chronology.dialog.getByRole('button', { name: message('dialog.save') }).click();
		await expect(chronology.row('A sample vote')).toHaveAttribute('aria-selected', 'true');
		await expect(chronology.details).toContainText('some time in August');
		await expect(chronology.mark('A sample vote')).toBeVisible();
	});

	await test.step('another account of it is a second mark, joined to the first; undo takes it away', async () => {
		await chronology.details.getByRole('button', { name: message('chronology.actions') }).click();
		await page.getByRole('menuitem', { name: message('chronology.add-account') }).click();
		await chronology.field(message('date.edtf')).fill('one day that summer');
		await expect(chronology.dialog).toContainText(message('chronology.date-unread'));
		await chronology.field(message('date.edtf')).fill('2023-06-30');
		await chronology.dialog.getByRole('button', { name: message('dialog.save') }).click();
		await expect(chronology.mark('A sample vote')).toHaveCount(2);
		await frame.press('history.undo');
		await expect(chronology.mark('A sample vote')).toHaveCount(1);
	});

	await test.step('dark and narrow', async () => {
		await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
		await page.setViewportSize({ width: 360, height: 740 });
		// The last one, at the right: what it says is within the window.
		await chronology.picture.focus();
		await page.keyboard.press('End');
		await expect(chronology.wholeCard).toBeInViewport({ ratio: 1 });
		await expect(chronology.heading).toBeVisible();
		await expect.poll(() => frame.overflowPx()).toBe(0);
		expect(await accessibilityFaults(page)).toEqual([]);
	});
});

test('a reader of the file finds what the picture shows', inBrowser, async ({ start }) => {
	const { page, pages } = await start();
	const { frame, chronology } = pages;
	await frame.goTo('navigation.chronology');
	await chronology.tool(message('chronology.export')).click();
	const isDesktop = await page.evaluate(() => 'lectern' in window);
	await expect(chronology.dialog.getByRole('button', { name: message('dialog.export') })).toBeEnabled();
	expect(await accessibilityFaults(page)).toEqual([]);
	if (isDesktop) return;
	const exported = async () => {
		const download = page.waitForEvent('download');
		await chronology.dialog.getByRole('button', { name: message('dialog.export') }).click();
		return readFileSync(await (await download).path(), 'utf8');
	};
	const svg = await exported();
	for (const { title } of starterEvents) expect(svg).toContain(`${title} · `);

	await test.step('of some years, it shows these years', async () => {
		await chronology.tool(message('chronology.facet.years')).click();
		// A year before our era can be begun too.
		await chronology.field(message('library.from-year')).pressSequentially('-44');
		await expect(chronology.field(message('library.from-year'))).toHaveValue('-44');
		await chronology.field(message('library.from-year')).fill('2023');
		await chronology.field(message('library.to-year')).fill('2023');
		await page.keyboard.press('Escape');
		await chronology.tool(message('chronology.export')).click();
		const narrowed = await exported();
		expect(narrowed).toContain(message('date.years', { from: '2023', to: '2023' }));
		expect(narrowed.match(/>[^<]*202[0-2]</g)).toBeNull();
	});
});
