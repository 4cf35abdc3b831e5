import {
	createHashHistory,
	createMemoryHistory,
	createRootRoute,
	createRoute,
	createRouter,
	redirect,
} from '@tanstack/react-router';
import { AddingPage } from '#renderer/features/adding/index.ts';
import { AnnotationsPage } from '#renderer/features/annotations/index.ts';
import { BesidePage, type BesideSearch, readBesideSearch } from '#renderer/features/beside/index.ts';
import { ChronologyPage } from '#renderer/features/chronology/index.ts';
import { ComparePage } from '#renderer/features/compare/index.ts';
import { CustodyPage } from '#renderer/features/custody/index.ts';
import { EvidencePage } from '#renderer/features/evidence/index.ts';
import { FoundDatesPage } from '#renderer/features/found-dates/index.ts';
import { GraphPage, type GraphSearch, readGraphSearch } from '#renderer/features/graph/index.ts';
import { HelpPage } from '#renderer/features/help/index.ts';
import { LibraryPage } from '#renderer/features/library/index.ts';
import { ListSearchPage } from '#renderer/features/list-search/index.ts';
import { MapPage } from '#renderer/features/map/index.ts';
import { ConflictsPage, MergePage } from '#renderer/features/merge/index.ts';
import { NamePage, NamesPage, SuggestionsPage } from '#renderer/features/names/index.ts';
import { QuotesPage } from '#renderer/features/quotes/index.ts';
import { ReaderPage } from '#renderer/features/reader/index.ts';
import { ReadingListPage } from '#renderer/features/reading-list/index.ts';
import { SearchPage } from '#renderer/features/search/index.ts';
import { SettingsPage } from '#renderer/features/settings/index.ts';
import { WantedSourcesPage } from '#renderer/features/wanted-sources/index.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { message } from '#shared/messages/messages.ts';
import { readFilters, type SearchFilters } from '#shared/search/search-filters.ts';
import { Frame } from './Frame.tsx';

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
	staticData: { hasInspector: true },
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
	component: ReaderPage,
});

/** Two editions of a record beside each other; without them the two last. */
const compare = createRoute({
	getParentRoute: () => root,
	path: '/compare/$recordId/{-$oldId}/{-$newId}',
	component: ComparePage,
});

/** Two texts beside each other, passage by passage. */
const beside = createRoute({
	getParentRoute: () => root,
	path: '/beside/$recordId/{-$editionId}/{-$ordinal}',
	staticData: { hasInspector: true },
	validateSearch: (search: Record<string, unknown>): BesideSearch => readBesideSearch(search),
	component: BesidePage,
});

const search = createRoute({
	getParentRoute: () => root,
	path: '/search',
	staticData: { hasInspector: true },
	// A query may look like JSON ("2023", "true"); the router would have parsed it, and it is text.
	validateSearch: (search: Record<string, unknown>): { q: string } & SearchFilters => ({
		q: search.q === undefined ? '' : String(search.q),
		...readFilters(search),
	}),
	component: SearchPage,
});

const listSearch = createRoute({
	getParentRoute: () => root,
	path: '/list-search',
	component: ListSearchPage,
});

const chronology = createRoute({
	getParentRoute: () => root,
	path: '/chronology',
	staticData: { hasInspector: true },
	component: ChronologyPage,
});

/** What is joined to what; the search narrows it to what is around one thing. */
const graph = createRoute({
	getParentRoute: () => root,
	path: '/graph',
	staticData: { hasInspector: true },
	validateSearch: (search: Record<string, unknown>): GraphSearch => readGraphSearch(search),
	component: GraphPage,
});

/** Where the places lie; what is chosen is in the hash. */
const map = createRoute({
	getParentRoute: () => root,
	path: '/map',
	staticData: { hasInspector: true },
	component: MapPage,
});

const names = createRoute({
	getParentRoute: () => root,
	path: '/names/{-$nameId}',
	staticData: { hasInspector: true },
	component: NamesPage,
});

/** All that the archive has on one name; which part of it is shown may be left out. */
const name = createRoute({
	getParentRoute: () => root,
	path: '/name/$nameId/{-$part}',
	staticData: { hasInspector: true },
	component: NamePage,
});

const suggestedNames = createRoute({
	getParentRoute: () => root,
	path: '/suggested-names',
	component: SuggestionsPage,
});

/** The dates in the text of a record, to be attached to events. */
const foundDates = createRoute({
	getParentRoute: () => root,
	path: '/found-dates/$recordId',
	component: FoundDatesPage,
});

const wantedSources = createRoute({
	getParentRoute: () => root,
	path: '/wanted-sources',
	staticData: { hasInspector: true },
	component: WantedSourcesPage,
});

const annotations = createRoute({
	getParentRoute: () => root,
	path: '/annotations',
	component: AnnotationsPage,
});

const evidence = createRoute({
	getParentRoute: () => root,
	path: '/evidence',
	component: EvidencePage,
});

const merge = createRoute({
	getParentRoute: () => root,
	path: '/merge',
	component: MergePage,
});

const conflicts = createRoute({
	getParentRoute: () => root,
	path: '/conflicts',
	component: ConflictsPage,
});

const quotes = createRoute({
	getParentRoute: () => root,
	path: '/quotes',
	component: QuotesPage,
});

const readingList = createRoute({
	getParentRoute: () => root,
	path: '/reading',
	component: ReadingListPage,
});

const adding = createRoute({
	getParentRoute: () => root,
	path: '/adding/{-$jobId}',
	component: AddingPage,
});

const custody = createRoute({
	getParentRoute: () => root,
	path: '/custody',
	component: CustodyPage,
});

const settings = createRoute({
	getParentRoute: () => root,
	path: '/settings',
	component: SettingsPage,
});

const help = createRoute({
	getParentRoute: () => root,
	path: '/help',
	component: HelpPage,
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
