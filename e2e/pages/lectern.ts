import type { Page } from '@playwright/test';
import { Adding } from './adding.ts';
import { AnnotationCards } from './annotation-cards.ts';
import { AnnotationsPage } from './annotations-page.ts';
import { Chronology } from './chronology.ts';
import { Comparison } from './comparison.ts';
import { EvidencePage } from './evidence-page.ts';
import { Frame } from './frame.ts';
import { Library } from './library.ts';
import { Links } from './links.ts';
import { ListSearch } from './list-search.ts';
import { Names } from './names.ts';
import { PageView } from './page-view.ts';
import { Palette } from './palette.ts';
import { Reader } from './reader.ts';
import { SavedSearches } from './saved-searches.ts';
import { Search } from './search.ts';
import { Settings } from './settings.ts';

/** Everything that can be seen in one window. */
export class LecternPages {
	readonly page: Page;
	readonly frame: Frame;
	readonly library: Library;
	readonly reader: Reader;
	readonly cards: AnnotationCards;
	readonly annotations: AnnotationsPage;
	readonly links: Links;
	readonly evidence: EvidencePage;
	readonly comparison: Comparison;
	readonly search: Search;
	readonly savedSearches: SavedSearches;
	readonly listSearch: ListSearch;
	readonly pageView: PageView;
	readonly palette: Palette;
	readonly adding: Adding;
	readonly settings: Settings;
	readonly names: Names;
	readonly chronology: Chronology;

	constructor(page: Page) {
		this.page = page;
		this.frame = new Frame(page);
		this.library = new Library(page);
		this.reader = new Reader(page);
		this.cards = new AnnotationCards(page);
		this.annotations = new AnnotationsPage(page);
		this.links = new Links(page);
		this.evidence = new EvidencePage(page);
		this.comparison = new Comparison(page);
		this.search = new Search(page);
		this.savedSearches = new SavedSearches(page);
		this.listSearch = new ListSearch(page);
		this.pageView = new PageView(page);
		this.palette = new Palette(page);
		this.adding = new Adding(page);
		this.settings = new Settings(page);
		this.names = new Names(page);
		this.chronology = new Chronology(page);
	}
}
