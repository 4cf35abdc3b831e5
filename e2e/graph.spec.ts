import { readFileSync } from 'node:fs';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { pictureFaults } from './fixtures/picture-on-screen.ts';
import { starterEvents } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

const sample = 'Rimwald was quiet that day.\n\nAnother passage, about nothing.\n';

test('what is joined is drawn and listed alike; one is chosen in either, narrowed around, folded, followed and exported', async ({
	start,
	folder,
}) => {
	const { page, pages } = await start({ add: [writeFile(folder, 'sample.txt', sample)] });
	const { frame, graph, names, namePage, library, chronology, reader } = pages;
	await page.setViewportSize({ width: 1440, height: 900 });
	await expect(library.row('sample').first()).toBeVisible();

	await test.step('a mention that is confirmed leads from the page of its name to the graph around it', async () => {
		await frame.goTo('navigation.names');
		await names.newButton.click();
		await names.formText.fill('Rimwald');
		await names.dialogButton('dialog.save').click();
		await namePage.openLink.click();
		await namePage.confirmButton('Rimwald was quiet', 'Rimwald').click();
		await expect(namePage.filter('confirmed', 1)).toBeVisible();
		await frame.closeToasts();
		await graph.showLink.click();
		await expect(graph.rows).toHaveCount(3);
		await expect(graph.chosenRow).toContainText('Rimwald');
		await expect(graph.links).toHaveCount(1);
		await expect(graph.links).toContainText('Rimwald was quiet that day.');
	});

	await test.step('its words are one press away', async () => {
		await graph.links.getByRole('link', { name: message('graph.source.words') }).click();
		await expect(await reader.paragraph(1)).toBeFocused();
		await page.goBack();
		await expect(graph.rows).toHaveCount(3);
	});

	await test.step('without that choice all that is joined is there, by the kind that it is', async () => {
		await graph.facets.getByRole('button', { name: /Rimwald/ }).click();
		await expect(graph.row('Rimwald')).toHaveAttribute('aria-selected', 'true');
		await graph.choose(message('graph.facet.kinds'), message('graph.kinds.event'));
		const related = starterEvents.filter(({ relations }) => relations.length > 0).length;
		await expect.poll(() => graph.rows.count()).toBeGreaterThanOrEqual(related);
		await graph.tool(message('library.clear-filter')).click();
		for (const { title } of starterEvents) await expect(await graph.scrolledTo(title)).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('keys go from mark to mark in the picture, and the table follows', async () => {
		await expect(graph.working).toHaveCount(0);
		expect(await pictureFaults(page, graph.picture, 'graph')).toEqual([]);
		await graph.picture.focus();
		await page.keyboard.press('ArrowRight');
		const first = await graph.details.getAttribute('aria-label');
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('ArrowUp');
		await expect(graph.details).not.toHaveAttribute('aria-label', first ?? '');
		const title = (await graph.details.getAttribute('aria-label')) ?? '';
		await expect(graph.chosenRow).toContainText(title);
		await expect(graph.picture).toBeFocused();
	});

	await test.step('a group is folded into one mark and one row, and unfolded by key', async () => {
		const before = await graph.table.getAttribute('aria-rowcount');
		await graph.choose(message('graph.fold'), message('graph.kinds.event'));
		await (await graph.scrolledTo(message('graph.kinds.event'))).click();
		await expect(graph.details.getByRole('button', { name: message('graph.unfold') })).toBeVisible();
		await graph.table.focus();
		await page.keyboard.press(' ');
		await expect(graph.table).toHaveAttribute('aria-rowcount', before ?? '');
	});

	await test.step('the picture that is exported has every row of the table', async () => {
		await graph.tool(message('graph.export')).click();
		await expect(graph.dialog.getByRole('button', { name: message('dialog.export') })).toBeEnabled();
		expect(await accessibilityFaults(page)).toEqual([]);
		if (await page.evaluate(() => 'lectern' in window)) {
			await page.keyboard.press('Escape');
			return;
		}
		const download = page.waitForEvent('download');
		await graph.dialog.getByRole('button', { name: message('dialog.export') }).click();
		const svg = readFileSync(await (await download).path(), 'utf8');
		for (const { title } of starterEvents) expect(svg).toContain(`<title>${title} · `);
		const marks = svg.match(/<path class="node \w+" d="[^"]+"\/><\/g>/g) ?? [];
		expect(String(marks.length + 1)).toBe(await graph.table.getAttribute('aria-rowcount'));
	});

	await test.step('an event leads here too; dark and narrow the table comes first, and the picture by a switch', async () => {
		await frame.goTo('navigation.chronology');
		await chronology.row(starterEvents[0]?.title ?? '').click();
		await graph.showLink.click();
		await expect(graph.chosenRow).toContainText(starterEvents[0]?.title ?? '');
		await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
		await page.setViewportSize({ width: 360, height: 740 });
		await expect(graph.table).toBeVisible();
		await expect(graph.picture).toHaveCount(0);
		await expect.poll(() => frame.overflowPx()).toBe(0);
		expect(await accessibilityFaults(page)).toEqual([]);
		await graph.tool(message('graph.picture')).click();
		await expect(graph.picture).toBeVisible();
		await expect(graph.table).toHaveCount(0);
		await expect.poll(() => frame.overflowPx()).toBe(0);
		expect(await accessibilityFaults(page)).toEqual([]);
	});
});
