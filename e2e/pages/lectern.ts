import type { Page } from '@playwright/test';
import { Adding } from './adding.ts';
import { AnnotationCards } from './annotation-cards.ts';
import { AnnotationsPage } from './annotations-page.ts';
import { Beside } from './beside.ts';
import { Chronology } from './chronology.ts';
import { Comparison } from './comparison.ts';
import { CustodyPage } from './custody.ts';
import { EvidencePage } from './evidence-page.ts';
import { Frame } from './frame.ts';
import { Library } from './library.ts';
import { Links } from './links.ts';
import { ListSearch } from './list-search.ts';
import { Merging } from './merging.ts';
import { Names } from './names.ts';
import { Packages } from './packages.ts';
import { PageView } from './page-view.ts';
import { Palette } from './palette.ts';
import { QuotesPage } from './quotes-page.ts';
import { Reader } from './reader.ts';
import { Recognition } from './recognition.ts';
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
	readonly beside: Beside;
	readonly custody: CustodyPage;
	readonly evidence: EvidencePage;
	readonly quotes: QuotesPage;
	readonly comparison: Comparison;
	readonly search: Search;
	readonly savedSearches: SavedSearches;
	readonly recognition: Recognition;
	readonly listSearch: ListSearch;
	readonly packages: Packages;
	readonly pageView: PageView;
	readonly palette: Palette;
	readonly adding: Adding;
	readonly settings: Settings;
	readonly merging: Merging;
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
		this.beside = new Beside(page);
		this.custody = new CustodyPage(page);
		this.evidence = new EvidencePage(page);
		this.quotes = new QuotesPage(page);
		this.comparison = new Comparison(page);
		this.search = new Search(page);
		this.recognition = new Recognition(page);
		this.savedSearches = new SavedSearches(page);
		this.listSearch = new ListSearch(page);
		this.packages = new Packages(page);
		this.pageView = new PageView(page);
		this.palette = new Palette(page);
		this.adding = new Adding(page);
		this.settings = new Settings(page);
		this.merging = new Merging(page);
		this.names = new Names(page);
		this.chronology = new Chronology(page);
	}
}
