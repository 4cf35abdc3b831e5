import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';

/** The places of an archive: a picture, the same as a list, and what is known of the one that is chosen. */
export class MapPage {
	/** How many places there are, and how many of them are on the map. */
	readonly count: Locator;
	readonly picture: Locator;
	/** Drawn marks, one for each statement of where a place lies. */
	readonly marks: Locator;
	readonly land: Locator;
	/** Drawn tiles of lines and areas. */
	readonly tiles: Locator;
	/** What pictures are drawn into: scans, and tiles that are pictures. */
	readonly pictures: Locator;
	readonly #layerPoints: Locator;
	/** Who drew the land, and whether there are borders. */
	readonly source: Locator;
	readonly list: Locator;
	readonly rows: Locator;
	readonly chosenRow: Locator;
	/** Teaches how coordinates are given, while nothing has any. */
	readonly nowhere: Locator;
	readonly details: Locator;
	readonly forms: Locator;
	readonly coordinates: Locator;
	readonly events: Locator;
	readonly years: Locator;
	readonly dialog: Locator;
	readonly suggestions: Locator;
	readonly exportDialog: Locator;
	/** Takes the corners of a scan. */
	readonly scanDialog: Locator;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
		const main = page.getByRole('main');
		this.count = main.locator('header').getByRole('status');
		this.picture = main.getByRole('application', { name: message('map.picture-keys') });
		this.marks = this.picture.locator('[data-place]');
		this.land = this.picture.locator('svg > g').first().locator('path');
		this.tiles = this.picture.locator('[data-tile]');
		this.pictures = this.picture.locator('canvas');
		this.#layerPoints = this.picture.locator('[data-layer-points]');
		this.source = main.getByRole('region', { name: message('map.picture') }).locator('footer');
		this.list = main.getByRole('grid', { name: message('map.list-keys') });
		this.rows = this.list.locator('[aria-rowindex]:not([aria-rowindex="1"])');
		this.chosenRow = this.rows.and(page.locator('[aria-selected="true"]'));
		this.nowhere = main.getByRole('region', { name: message('map.nowhere.title') });
		this.details = page.getByRole('article');
		this.forms = this.#part('names.forms');
		this.coordinates = this.#part('names.coordinates');
		this.events = this.#part('map.events');
		this.years = main.getByRole('region', { name: message('map.years') });
		this.dialog = page.getByRole('dialog', { name: message('map.suggest-title') });
		this.scanDialog = page.getByRole('dialog', { name: message('map.scan.title') });
		this.exportDialog = page.getByRole('dialog', { name: message('map.export-title') });
		this.suggestions = this.dialog.getByRole('listitem');
	}

	row(title: string): Locator {
		return this.rows.filter({ has: this.#page.getByRole('gridcell', { name: title, exact: true }) });
	}

	/** How many points users laid on the map. */
	async layerPointCount(): Promise<number> {
		const paths = await this.#layerPoints.evaluateAll((all) => all.map((path) => path.getAttribute('d') ?? ''));
		return paths.join('').split('M').length - 1;
	}

	/** Of the pixel in the middle of what pictures are drawn into: red, green, blue. */
	pictureColour(): Promise<string> {
		return this.pictures.evaluate((canvas: HTMLCanvasElement) => {
			const data = canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
			return data ? [...data.slice(0, 3)].join() : '';
		});
	}

	/** What each mark says to whoever points at it. */
	markTitles(): Promise<string[]> {
		return this.marks.locator('title').allTextContents();
	}

	/** Where the first mark lies in the picture, from its left edge. */
	firstMarkX(): Promise<string | null> {
		return this.marks.first().locator('circle').last().getAttribute('cx');
	}

	/** The reason why a layer is refused. */
	refusal(words: string): Locator {
		return this.#page.getByText(words);
	}

	/** Takes the only point that is suggested. */
	async takeSuggestion(): Promise<void> {
		await this.suggestions.getByRole('button').click();
	}

	tool(name: string): Locator {
		return this.#page.getByRole('main').getByRole('button', { name, exact: true });
	}

	/** One of the ends of the brush over the years. */
	brushEnd(end: 'first' | 'last'): Locator {
		return this.years.getByRole('slider', { name: message(`search.facet.${end}-year`) });
	}

	/** Says where the chosen place lies. */
	async addCoordinates(point: string, source: string): Promise<void> {
		await this.details.getByRole('button', { name: message('names.coordinates.add') }).click();
		await this.details.getByRole('textbox', { name: message('names.coordinates.point') }).fill(point);
		await this.details.getByRole('textbox', { name: message('names.coordinates.source') }).fill(source);
		await this.details.getByRole('button', { name: message('dialog.save'), exact: true }).click();
	}

	async chooseLabels(label: string): Promise<void> {
		await this.#page
			.getByRole('main')
			.getByRole('button', { name: new RegExp(`${message('map.labels')}$`) })
			.click();
		await this.#page.getByRole('option', { name: label, exact: true }).click();
	}

	/** Chooses from the menu of layers. */
	async layers(entry: string): Promise<void> {
		await this.tool(message('map.layers')).click();
		await this.#page.getByRole('menuitem', { name: entry }).click();
	}

	/** Lets what lies below a layer through it, by so many presses of a key. */
	async fade(title: string, presses: number): Promise<void> {
		await this.tool(message('map.opacity')).press('Enter');
		const slider = this.#page.getByRole('slider', { name: title });
		await slider.focus();
		for (let press = 0; press < presses; press += 1) await slider.press('ArrowLeft');
		await slider.press('Escape');
		await slider.waitFor({ state: 'detached' });
	}

	/** Adds a file as a layer, or a scan with its world file. */
	async addLayer(path: string | string[]): Promise<void> {
		const chooser = this.#page.waitForEvent('filechooser');
		await this.layers(message('map.layer.add'));
		await (await chooser).setFiles(path);
	}

	/** Says in the open dialog where the corners of a picture lie, clockwise from the upper left one. */
	async layScan(title: string, corners: readonly [string, string, string, string]): Promise<void> {
		const dialog = this.scanDialog;
		await dialog.getByRole('button', { name: new RegExp(`^${title}`) }).waitFor();
		const sides = ['top-left', 'top-right', 'bottom-right', 'bottom-left'] as const;
		for (const [at, side] of sides.entries())
			await dialog.getByRole('textbox', { name: message(`map.scan.${side}`) }).fill(corners[at] ?? '');
		await dialog.getByRole('button', { name: message('dialog.save'), exact: true }).click();
		await dialog.waitFor({ state: 'detached' });
	}

	#part(heading: 'names.forms' | 'names.coordinates' | 'map.events'): Locator {
		return this.details
			.locator('section')
			.filter({ has: this.#page.getByRole('heading', { name: message(heading), exact: true }) })
			.getByRole('listitem');
	}
}
