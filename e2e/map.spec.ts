import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tileFile, vectorTile } from '#shared/map/testing/artificial-tiles.ts';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { pictureFaults } from './fixtures/picture-on-screen.ts';
import { starterEvents, starterNames } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

const point = (name: string, longitude: number, latitude: number) => ({
	...{ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [longitude, latitude] } },
});
/** Pictures of one pixel. */
const redPixel = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
	'base64',
);
const bluePixel = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYPgPAAEDAQAIicLsAAAAAElFTkSuQmCC',
	'base64',
);
const places = starterNames.filter(({ kind }) => kind === 'place');

test('places are listed, never guessed; what is said of where they lie is drawn, and undone', async ({
	start,
	folder,
}) => {
	const { page, pages, keepFile } = await start();
	const { frame, map, namePage, library } = pages;
	await page.setViewportSize({ width: 1440, height: 900 });
	const title = (index: number) => places[index]?.forms.find(({ language }) => language === 'en')?.text ?? '';
	const [first, second] = [title(0), title(1)];

	await test.step('the starter archive lists all its places, and teaches how to say where they lie', async () => {
		await frame.goTo('navigation.map');
		await expect(map.count).toHaveText(message('map.count', { count: places.length, placed: 0 }));
		await expect(map.nowhere).toBeVisible();
		await expect(map.land.first()).toBeAttached();
		await expect(map.marks).toHaveCount(0);
		await expect(map.list).toHaveAttribute('aria-rowcount', String(places.length + 1));
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('a place gets coordinates by hand, with their source; another source stands beside them', async () => {
		await map.row(first).click();
		await expect(map.forms).toHaveCount(places[0]?.forms.length ?? 0);
		await map.addCoordinates('10.5, 20.25', 'Sample map, sheet 1');
		await expect(map.marks).toHaveCount(1);
		await map.addCoordinates('11°N 21°E', 'Sample map, sheet 2');
		await expect(map.marks).toHaveCount(2);
		await expect(map.coordinates).toHaveText([/11, 21.*sheet 2/, /10\.5, 20\.25.*sheet 1/]);
		await expect(map.nowhere).toHaveCount(0);
		await expect(map.chosenRow).toContainText('11, 21; 10.5, 20.25');
	});

	await test.step('a broken layer is refused with the place of the fault; a whole one is drawn', async () => {
		const broken = writeFile(folder, 'broken.geojson', '{"type":"FeatureCollection",\n"features":[oops]}');
		await map.addLayer(broken);
		await expect(map.refusal('line 2, character 13')).toBeVisible();
		await frame.closeToasts();
		const features = [point(second, 21.5, 10.8), point(`${second} River`, 20.8, 10.7), point('Elsewhere', 20.6, 10.8)];
		const layer = JSON.stringify({ type: 'FeatureCollection', features });
		await map.addLayer(writeFile(folder, 'sample-layer.geojson', layer));
		expect(await map.layerPointCount()).toBe(0);
		await map.layers('sample-layer');
		await expect.poll(() => map.layerPointCount()).toBe(3);
	});

	await test.step('a map in tiles is drawn where it is in sight, as lines or as pictures; a broken one is refused', async () => {
		await map.addLayer(writeFile(folder, 'broken.pmtiles', new Uint8Array(200)));
		await expect(map.refusal(message('map.tiles.broken'))).toBeVisible();
		await frame.closeToasts();
		const world = { z: 0, x: 0, y: 0 } as const;
		// From the equator and the first meridian to the east: where the places lie.
		const ground = {
			kind: 'area',
			paths: [
				[
					[2100, 1700],
					[2400, 1700],
					[2400, 2000],
					[2100, 2000],
				],
			],
		} as const;
		await map.addLayer(writeFile(folder, 'lines.pmtiles', tileFile([{ ...world, bytes: vectorTile([ground]) }], 1)));
		await map.layers('lines.pmtiles');
		await expect(map.tiles.locator('path')).toHaveCount(1);
		await map.addLayer(writeFile(folder, 'pictures.pmtiles', tileFile([{ ...world, bytes: redPixel }], 2)));
		await map.layers('pictures.pmtiles');
		await expect(map.pictures).toHaveAttribute('data-pictures', '1');
		await expect.poll(() => map.pictureColour()).toBe('255,0,0');
		await map.layers('pictures.pmtiles');
		await expect(map.pictures).toHaveCount(0);
		await map.layers('lines.pmtiles');
		await expect(map.tiles).toHaveCount(0);
		await frame.closeToasts();
	});

	await test.step('a scan is drawn where its world file or its corners say; metres are refused', async () => {
		const sheet = writeFile(folder, 'sheet.png', bluePixel);
		await map.addLayer([sheet, writeFile(folder, 'sheet.pgw', '5\n0\n0\n-5\n500000\n4400000\n')]);
		await expect(map.refusal('not metres of a projection')).toBeVisible();
		await frame.closeToasts();
		await map.addLayer([sheet, writeFile(folder, 'sheet.pgw', '4\n0\n0\n-4\n20.6\n10.7\n')]);
		await map.layers('sheet');
		await expect.poll(() => map.pictureColour()).toBe('0,0,255');
		await frame.closeToasts();
		await map.layers(message('map.scan'));
		await expect(map.scanDialog).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
		await map.layScan('sheet', ['60, 100', '60, 110', '50, 110', '50, 100']);
		await expect.poll(() => map.pictureColour()).toBe('0,0,0');
		await page.keyboard.press('Control+z');
		await expect.poll(() => map.pictureColour()).toBe('0,0,255');
		await map.layers('sheet');
		await expect(map.pictures).toHaveCount(0);
		await frame.closeToasts();
	});

	await test.step('a point that is called like a place is offered, and taken when somebody says so', async () => {
		await map.layers(message('map.suggest'));
		await expect(map.suggestions).toHaveCount(1);
		await expect(map.suggestions).toContainText(second);
		expect(await accessibilityFaults(page)).toEqual([]);
		await map.takeSuggestion();
		await expect(map.suggestions).toHaveCount(0);
		// Its button went with the focus, which the dialog takes up a frame later.
		await map.dialog.press('Escape');
		await expect(map.dialog).toHaveCount(0);
		await expect(map.marks).toHaveCount(3);
		await page.keyboard.press('Control+z');
		await expect(map.marks).toHaveCount(2);
		await page.keyboard.press('Control+Shift+z');
		await expect(map.marks).toHaveCount(3);
		await frame.closeToasts();
	});

	await test.step('list and picture say the same; keys go from place to place, zoom and pan', async () => {
		const drawn = await map.markTitles();
		const listed = await map.rows.filter({ hasNotText: message('map.no-coordinates') }).count();
		expect(new Set(drawn).size).toBe(listed);
		expect(await pictureFaults(page, map.picture, 'map', map.marks)).toEqual([]);
		await map.row(first).click();
		await map.picture.focus();
		await page.keyboard.press('ArrowRight');
		await expect(map.chosenRow).toContainText(second);
		await expect(map.picture).toBeFocused();
		const place = await map.firstMarkX();
		await page.keyboard.press('+');
		await page.keyboard.press('Shift+ArrowLeft');
		await expect.poll(() => map.firstMarkX()).not.toBe(place);
		await page.keyboard.press('0');
	});

	await test.step('borders are off, and say who drew them when they are on; the archive says which form labels', async () => {
		await expect(map.source).toContainText('borders not drawn');
		await map.tool(message('map.borders')).click();
		await expect(map.source).toContainText(/Land and borders: Natural Earth 4\.1\.0 \(2018\)/);
		await map.chooseLabels(message('map.labels.all'));
		const all = [...new Set(places[0]?.forms.map(({ text }) => text))].join(' · ');
		await expect(map.details.getByRole('heading', { level: 2 })).not.toHaveText(first);
		await expect(map.row(all)).toHaveCount(1);
		await map.chooseLabels(message('map.labels.interface'));
		await expect(map.row(first)).toHaveCount(1);
	});

	await test.step('the brush leaves the places of what may have been then, and leads to name and events', async () => {
		await map.brushEnd('last').focus();
		await page.keyboard.press('Home');
		await expect(map.list).not.toHaveAttribute('aria-rowcount', String(places.length + 1));
		await page.keyboard.press('Escape');
		await expect(map.list).toHaveAttribute('aria-rowcount', String(places.length + 1));
		const withEvents = starterEvents.flatMap(({ placeIds }) => placeIds);
		const busy = places.find(({ id }) => withEvents.includes(id));
		await map.row(busy?.forms.find(({ language }) => language === 'en')?.text ?? '').click();
		await expect(map.events.first()).toBeVisible();
		await map.details.getByRole('link', { name: message('graph.open.name') }).click();
		await expect(namePage.title).toBeVisible();
		// A passage that speaks of the place is quoted from the map too.
		const name = (await namePage.title.textContent()) ?? '';
		await page
			.getByRole('button', { name: message('names.mentions.confirm', { name }) })
			.first()
			.click();
		await expect(namePage.filter('confirmed', 1)).toBeVisible();
		await page.goBack();
		await expect(map.details.getByRole('button', { name: message('quotes.card-button') }).first()).toBeVisible();
	});

	await test.step('the picture that is exported has every mark, and the layers as they are seen', async () => {
		await map.layers('sheet');
		await map.layers('lines.pmtiles');
		await expect(map.tiles).toHaveCount(1);
		await map.fade('sample-layer', 10);
		const file = path.join(folder, 'map.svg');
		await keepFile(file, async () => {
			await map.tool(message('graph.export')).click();
			await map.exportDialog.getByRole('button', { name: message('dialog.export') }).click();
		});
		await expect(frame.toast(message('map.exported', { exported: 2, withheld: 0, withheldLayers: 0 }))).toBeVisible();
		const svg = readFileSync(file, 'utf8');
		expect(svg.match(/class="place"/g)).toHaveLength(3);
		expect(svg).toMatch(/<image [^>]*href="data:image\/png;base64,/);
		expect(svg).toMatch(/<g opacity="0\.5"><title>sample-layer<\/title>.*class="point"/);
		expect(svg).toMatch(/<title>lines[^<]*<\/title><svg [^>]*overflow="hidden"><path class="area"/);
		expect(svg).toContain(message('map.source.layers', { titles: '' }).trim());
	});

	await test.step('dark and narrow the list comes first, and the picture by a switch', async () => {
		await frame.closeToasts();
		await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
		await page.setViewportSize({ width: 360, height: 740 });
		await expect(map.list).toBeVisible();
		await expect(map.picture).toHaveCount(0);
		await expect.poll(() => frame.overflowPx()).toBe(0);
		expect(await accessibilityFaults(page)).toEqual([]);
		// Not by a pointer, which would rest on a button that comes there, and show its name.
		await map.tool(message('map.picture')).press('Enter');
		await expect(map.marks).toHaveCount(3);
		await expect.poll(() => frame.overflowPx()).toBe(0);
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('the layer is a record like any other', async () => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await frame.goTo('library.title');
		await expect(library.row('sample-layer').first()).toBeVisible();
	});
});
