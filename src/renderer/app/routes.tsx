import {
	createHashHistory,
	createMemoryHistory,
	createRootRoute,
	createRoute,
	createRouter,
	lazyRouteComponent,
	redirect,
} from '@tanstack/react-router';
import { type BesideSearch, readBesideSearch } from '#renderer/features/beside/index.ts';
import { type GraphSearch, readGraphSearch } from '#renderer/features/graph/index.ts';
import { LibraryPage } from '#renderer/features/library/index.ts';
import { prepareName } from '#renderer/features/names/index.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { message } from '#shared/messages/messages.ts';
import { readFilters, type SearchFilters } from '#shared/search/search-filters.ts';
import { Frame } from './Frame.tsx';
import { loadRest } from './load-rest.ts';
import type * as Rest from './rest.ts';

type LaterPage = Exclude<keyof typeof Rest, 'Dialogs'>;

const laterPage = (name: LaterPage) => lazyRouteComponent(loadRest, name);

const root = createRootRoute({
	component: Frame,
	notFoundComponent: () => (
		<EmptyState isPage title={message('place.not-found.title')} text={message('place.not-found.text')} />
	),
});

const home = createRoute({
	getParentRoute: () => root,
	path: '/',
	beforeLoad: () => {
		throw redirect({ to: '/library', replace: true });
	},
});

/** What the library shows: all records, one collection, one tag, or the bin. */
interface LibrarySearch {
	collection?: string;
	tag?: string;
	bin?: true;
}

const library = createRoute({
	getParentRoute: () => root,
	path: '/library',
	staticData: { title: 'library.title', hasInspector: true },
	validateSearch: (search: Record<string, unknown>): LibrarySearch => ({
		...(typeof search.collection === 'string' ? { collection: search.collection } : {}),
		...(typeof search.tag === 'string' ? { tag: search.tag } : {}),
		...(search.bin === true ? { bin: true as const } : {}),
	}),
	component: LibraryPage,
});

/** The search that led to a record, whose hits are marked in the text, and which of them is open. */
interface RecordSearch extends SearchFilters {
	q?: string;
	/** From 0, in the order of the search. */
	hit?: number;
}

function positionIn({ hit }: Record<string, unknown>): { hit?: number } {
	return Number.isSafeInteger(hit) && Number(hit) >= 0 ? { hit: Number(hit) } : {};
}

/** archive/record/edition/passage/annotation: the later parts may be left out, from the end. */
const record = createRoute({
	getParentRoute: () => root,
	path: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
	staticData: { hasInspector: true },
	validateSearch: (search: Record<string, unknown>): RecordSearch =>
		search.q === undefined ? {} : { q: String(search.q), ...readFilters(search), ...positionIn(search) },
	component: laterPage('ReaderPage'),
});

/** Two editions of a record beside each other; without them the two last. */
const compare = createRoute({
	getParentRoute: () => root,
	path: '/compare/$recordId/{-$oldId}/{-$newId}',
	staticData: { title: 'compare.title' },
	component: laterPage('ComparePage'),
});

/** Two texts beside each other, passage by passage. */
const beside = createRoute({
	getParentRoute: () => root,
	path: '/beside/$recordId/{-$editionId}/{-$ordinal}',
	staticData: { title: 'beside.title', hasInspector: true },
	validateSearch: (search: Record<string, unknown>): BesideSearch => readBesideSearch(search),
	component: laterPage('BesidePage'),
});

const search = createRoute({
	getParentRoute: () => root,
	path: '/search',
	staticData: { title: 'navigation.search', hasInspector: true },
	// A query may look like JSON ("2023", "true"); the router would have parsed it, and it is text.
	validateSearch: (search: Record<string, unknown>): { q: string } & SearchFilters => ({
		q: search.q === undefined ? '' : String(search.q),
		...readFilters(search),
	}),
	component: laterPage('SearchPage'),
});

const listSearch = createRoute({
	getParentRoute: () => root,
	path: '/list-search',
	staticData: { title: 'list-search.title' },
	component: laterPage('ListSearchPage'),
});

const chronology = createRoute({
	getParentRoute: () => root,
	path: '/chronology',
	staticData: { title: 'chronology.title', hasInspector: true },
	component: laterPage('ChronologyPage'),
});

/** What is joined to what; the search narrows it to what is around one thing. */
const graph = createRoute({
	getParentRoute: () => root,
	path: '/graph',
	staticData: { title: 'graph.title', hasInspector: true },
	validateSearch: (search: Record<string, unknown>): GraphSearch => readGraphSearch(search),
	component: laterPage('GraphPage'),
});

/** Where the places lie; what is chosen is in the hash. */
const map = createRoute({
	getParentRoute: () => root,
	path: '/map',
	staticData: { title: 'map.title', hasInspector: true },
	component: laterPage('MapPage'),
});

const names = createRoute({
	getParentRoute: () => root,
	path: '/names/{-$nameId}',
	staticData: { title: 'names.title', hasInspector: true },
	component: laterPage('NamesPage'),
});

/** All that the archive has on one name; which part of it is shown may be left out. */
const name = createRoute({
	getParentRoute: () => root,
	path: '/name/$nameId/{-$part}',
	staticData: { title: 'names.title', hasInspector: true },
	loader: ({ params }) => prepareName(params.nameId),
	component: laterPage('NamePage'),
});

const suggestedNames = createRoute({
	getParentRoute: () => root,
	path: '/suggested-names',
	staticData: { title: 'names.suggestions' },
	component: laterPage('SuggestionsPage'),
});

/** The dates in the text of a record, to be attached to events. */
const foundDates = createRoute({
	getParentRoute: () => root,
	path: '/found-dates/$recordId',
	staticData: { title: 'found-dates.title' },
	component: laterPage('FoundDatesPage'),
});

const wantedSources = createRoute({
	getParentRoute: () => root,
	path: '/wanted-sources',
	staticData: { title: 'sources.title', hasInspector: true },
	component: laterPage('WantedSourcesPage'),
});

/** What is to be translated, and what has come home. */
const translations = createRoute({
	getParentRoute: () => root,
	path: '/translations',
	staticData: { title: 'translations.title' },
	component: laterPage('TranslationsPage'),
});

const annotations = createRoute({
	getParentRoute: () => root,
	path: '/annotations',
	staticData: { title: 'annotations.title' },
	component: laterPage('AnnotationsPage'),
});

const evidence = createRoute({
	getParentRoute: () => root,
	path: '/evidence',
	staticData: { title: 'evidence.title' },
	component: laterPage('EvidencePage'),
});

const merge = createRoute({
	getParentRoute: () => root,
	path: '/merge',
	staticData: { title: 'merge.title' },
	component: laterPage('MergePage'),
});

const conflicts = createRoute({
	getParentRoute: () => root,
	path: '/conflicts',
	staticData: { title: 'conflicts.title' },
	component: laterPage('ConflictsPage'),
});

const quotes = createRoute({
	getParentRoute: () => root,
	path: '/quotes',
	staticData: { title: 'quotes.title' },
	component: laterPage('QuotesPage'),
});

const readingList = createRoute({
	getParentRoute: () => root,
	path: '/reading',
	staticData: { title: 'reading-list.title' },
	component: laterPage('ReadingListPage'),
});

const adding = createRoute({
	getParentRoute: () => root,
	path: '/adding/{-$jobId}',
	staticData: { title: 'adding.title' },
	component: laterPage('AddingPage'),
});

const custody = createRoute({
	getParentRoute: () => root,
	path: '/custody',
	staticData: { title: 'custody.title' },
	component: laterPage('CustodyPage'),
});

const settings = createRoute({
	getParentRoute: () => root,
	path: '/settings',
	staticData: { title: 'settings.title' },
	component: laterPage('SettingsPage'),
});

const help = createRoute({
	getParentRoute: () => root,
	path: '/help',
	staticData: { title: 'help.title' },
	component: laterPage('HelpPage'),
});

export const router = createRouter({
	routeTree: root.addChildren([
		home,
		library,
		record,
		compare,
		beside,
		search,
		listSearch,
		chronology,
		graph,
		map,
		names,
		name,
		suggestedNames,
		foundDates,
		wantedSources,
		translations,
		annotations,
		evidence,
		merge,
		conflicts,
		quotes,
		readingList,
		adding,
		custody,
		settings,
		help,
	]),
	// A browser keeps addresses, with what was searched for in them.
	history: readingCopy?.isEncrypted ? createMemoryHistory() : createHashHistory(),
	defaultErrorComponent: ({ error, reset }) => <ErrorNotice error={error} onRetry={reset} />,
	defaultPendingMs: 100,
	scrollRestoration: false,
});

declare module '@tanstack/react-router' {
	interface Register {
		router: typeof router;
	}
}
