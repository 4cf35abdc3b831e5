import type { FactMessage } from '#shared/api/envelope.ts';
import type { ArchiveId } from '#shared/domain/ids.ts';
import { AddingService } from './adding/adding-service.ts';
import { EarlierEditionsService } from './adding/earlier-editions-service.ts';
import { NewEditionsService } from './adding/new-editions-service.ts';
import { RereadingService } from './adding/rereading-service.ts';
import { TranscribingService } from './adding/transcribing-service.ts';
import { AlignmentsService } from './alignments/alignments-service.ts';
import { AnnotationsService } from './annotations/annotations-service.ts';
import { PlacementsService } from './annotations/placements-service.ts';
import { getArchiveRow } from './archive-row.ts';
import { BackupService } from './backup/backup-service.ts';
import { CardProofService } from './cards/card-proof-service.ts';
import { CardsService } from './cards/cards-service.ts';
import { Counterparts } from './cards/counterparts.ts';
import { CatalogueService } from './catalogue/catalogue-service.ts';
import { CollectionsService } from './collections/collections-service.ts';
import { ContentRootService } from './content-root/content-root-service.ts';
import { CustodyService } from './custody/custody-service.ts';
import type { ArchiveDatabase } from './db/archive-database.ts';
import type { ArchiveKey } from './db/archive-key.ts';
import type { LiveFile } from './db/live-file.ts';
import { DescriptionsService } from './descriptions/descriptions-service.ts';
import { EditionsService } from './editions/editions-service.ts';
import { EventsService } from './events/events-service.ts';
import { EvidenceService } from './evidence/evidence-service.ts';
import { FoundDatesService } from './found-dates/found-dates-service.ts';
import { GraphService } from './graph/graph-service.ts';
import { HistoryService } from './history/history-service.ts';
import { HomeService } from './home/home-service.ts';
import type { ImportClient } from './importers/import-client.ts';
import { InboxService } from './inbox/inbox-service.ts';
import type { JobListener } from './jobs/job-run.ts';
import { JobsService } from './jobs/jobs-service.ts';
import { LinkPlacementsService } from './links/link-placements-service.ts';
import { LinksService } from './links/links-service.ts';
import { ListsService } from './lists/lists-service.ts';
import { MapService } from './map/map-service.ts';
import { ScansService } from './map/scans-service.ts';
import { MentionsService } from './mentions/mentions-service.ts';
import { ConflictsService } from './merge/conflicts-service.ts';
import { MergeService } from './merge/merge-service.ts';
import { NameSuggestionsService } from './name-suggestions/name-suggestions-service.ts';
import { NameJoiningService } from './names/name-joining-service.ts';
import { NamesService } from './names/names-service.ts';
import { OriginalsService } from './originals/originals-service.ts';
import { VerificationService } from './originals/verification-service.ts';
import { openMergeSource } from './packages/merge-source.ts';
import { PackageExportService } from './packages/package-export-service.ts';
import { PackageImportService } from './packages/package-import-service.ts';
import { QuotesService } from './quotes/quotes-service.ts';
import { ReadingCopyService } from './reading-copy/reading-copy-service.ts';
import type { LanguageData } from './recognition/language-data.ts';
import { RecognitionService } from './recognition/recognition-service.ts';
import { RecordJoiningService } from './records/record-joining-service.ts';
import { RecordsService } from './records/records-service.ts';
import { ReferencesService } from './references/references-service.ts';
import { SavedSearchesService } from './saved-searches/saved-searches-service.ts';
import { SearchService } from './search/search-service.ts';
import { SegmentsService } from './search/segments-service.ts';
import { SideNotesService } from './side-notes/side-notes-service.ts';
import type { SigningKey } from './signing/signing-key.ts';
import { TagsService } from './tags/tags-service.ts';
import { AnnotationsExportService } from './transfer/annotations-export-service.ts';
import { AnnotationsImportService } from './transfer/annotations-import-service.ts';
import { ChronologyExportService } from './transfer/chronology-export-service.ts';
import { CustodyExportService } from './transfer/custody-export-service.ts';
import { EvidenceExportService } from './transfer/evidence-export-service.ts';
import { FindingAidService } from './transfer/finding-aid/finding-aid-service.ts';
import { GraphExportService } from './transfer/graph-export-service.ts';
import { MapExportService } from './transfer/map-export-service.ts';
import { QuotesExportService } from './transfer/quotes-export-service.ts';
import { ReceiptProofService } from './transfer/receipt/receipt-proof-service.ts';
import { ReceiptsService } from './transfer/receipt/receipts-service.ts';
import { ReferencesExportService } from './transfer/references-export-service.ts';
import { WantedSourcesService } from './wanted-sources/wanted-sources-service.ts';
import { type ArchiveCopies, WithdrawalsService } from './withdrawals/withdrawals-service.ts';

/** What the services need from the program that has the archive open. */
export interface ServiceEnvironment {
	importer: ImportClient;
	/** In a process of its own: recognising text takes minutes, and adding files must not wait for it. */
	recogniser: ImportClient;
	/** The data of languages on this device. */
	languageData: LanguageData;
	/** Name under which notes are written on this device, asked each time. */
	author(): string;
	/** BCP 47 of the interface, asked each time. */
	language(): string;
	/** Where the program of a reading copy lies, as the build laid it down. */
	readingCopyFolder: string;
	/** The key of this device. */
	signingKey: SigningKey;
	onFact(fact: FactMessage): void;
	/** After the commit that holds the item. */
	onJobItem: JobListener['onItem'];
	/** A fault that no caller waits for. */
	onProblem(error: unknown): void;
	/** Where the archive is. */
	ownPath(): string;
	isEncrypted(): boolean;
	/** What opens it. */
	ownKey(): ArchiveKey | null;
	/** Its file, to be copied while it is in use. */
	liveFile: LiveFile;
	/** Before a step that changes much; throws when it cannot be taken. */
	takeSnapshot(): Promise<void>;
	/** Those on this device. */
	copies: ArchiveCopies & {
		/** All of them; also once the archive is closed. */
		files(): string[];
	};
}

export type ArchiveServices = ReturnType<typeof createServices>;

/** All services over one database. The order is their dependency: each knows those before it. */
export function createServices(database: ArchiveDatabase, environment: ServiceEnvironment) {
	const {
		importer,
		recogniser,
		languageData,
		author,
		language,
		signingKey,
		readingCopyFolder,
		onFact,
		onJobItem,
		onProblem,
		ownPath,
		isEncrypted,
		ownKey,
		liveFile,
		takeSnapshot,
		copies,
	} = environment;
	const history = new HistoryService(database);
	const custody = new CustodyService(database);
	const originals = new OriginalsService(database);
	const editions = new EditionsService(database);
	const records = new RecordsService(database, editions);
	const descriptions = new DescriptionsService(database, records);
	const tags = new TagsService(database);
	const collections = new CollectionsService(database);
	const names = new NamesService(database);
	const links = new LinksService(database, editions, names, language);
	const events = new EventsService(database, links, names);
	const nameJoining = new NameJoiningService(database, names, links, events, language);
	const mentions = new MentionsService(database, editions, names, author);
	const wantedSources = new WantedSourcesService(database);
	const foundDates = new FoundDatesService(database, records, author);
	const nameSuggestions = new NameSuggestionsService(database, author);
	const annotations = new AnnotationsService(database, editions, tags, author);
	const placements = new PlacementsService(database, editions);
	const alignments = new AlignmentsService(database, editions);
	const linkPlacements = new LinkPlacementsService(database, editions);
	const search = new SearchService(database, history, names, language);
	const segments = new SegmentsService(database, () => onFact({ fact: 'search.packed', data: {} }));
	const lists = new ListsService();
	const savedSearches = new SavedSearchesService(database);
	const jobs = new JobsService(database, {
		onProgress: (job) => onFact({ fact: 'jobs.changed', data: { job } }),
		onItem: onJobItem,
	});
	const contentRoot = new ContentRootService(database, { originals, editions, custody, history });
	const withdrawals = new WithdrawalsService(database, {
		...{ custody, jobs, segments, copies },
		keepRoot: () => contentRoot.keep(),
	});
	const receiving = { records, originals, editions, links, custody, collections, withdrawals };
	const adding = new AddingService(database, jobs, importer, receiving);
	const recordJoining = new RecordJoiningService(database, {
		...{ records, descriptions, collections, tags, links, custody },
	});
	const inbox = new InboxService(database, { collections, originals, custody });
	const catalogue = new CatalogueService(database, jobs, { records, descriptions });
	const succeeding = { ...receiving, placements, linkPlacements };
	const earlierEditions = new EarlierEditionsService(database, importer, { ...succeeding, history }, onProblem);
	const rereading = new RereadingService(database, importer, succeeding);
	const newEditions = new NewEditionsService(database, jobs, importer, succeeding);
	const transcribing = new TranscribingService(database, importer, succeeding, author);
	const recognition = new RecognitionService(
		{ database, jobs, importer, recogniser, languageData, language },
		succeeding,
	);
	const title = () => getArchiveRow(database.reader)?.title ?? '';
	const identity = () => ({ id: getArchiveRow(database.reader)?.id ?? '', title: title() });
	const transferred = { annotations, editions, records, links, placements, linkPlacements };
	const annotationsExport = new AnnotationsExportService(database, transferred, title);
	const annotationsImport = new AnnotationsImportService(database, jobs, importer, transferred);
	const evidence = new EvidenceService({ annotations, links, records, editions, events, names }, language);
	const evidenceExport = new EvidenceExportService(database, evidence, records, title);
	const packaged = {
		records,
		originals,
		editions,
		annotations,
		annotationsExport,
		links,
		names,
		events,
		mentions,
		collections,
	};
	const packageExport = new PackageExportService(
		database,
		jobs,
		{ ...packaged, tags, descriptions, custody },
		identity,
	);
	const merge = new MergeService(
		database,
		{ history, custody, originals, jobs },
		{
			openOther: (opening) => openMergeSource({ path: ownPath(), reader: database.reader }, opening),
			takeSnapshot,
			onReading: (data) => onFact({ fact: 'merge.reading', data }),
		},
	);
	const packageImport = new PackageImportService(database, { jobs, importer, merge }, receiving);
	const conflicts = new ConflictsService(database);
	const findingAid = new FindingAidService(database, records, descriptions, identity);
	const receipts = new ReceiptsService(database, { records, descriptions, custody, jobs }, signingKey, identity);
	const receiptProof = new ReceiptProofService({ originals, custody }, identity);
	const custodyExport = new CustodyExportService(custody, signingKey);
	const verification = new VerificationService(database, jobs, {
		...{ originals, editions, collections, custody, contentRoot },
	});
	const references = new ReferencesService(database, records, editions, language);
	const quotes = new QuotesService(database, records, references, author);
	const quotesExport = new QuotesExportService(database, quotes, records);
	const counterparts = new Counterparts(editions, links);
	const cards = new CardsService(database, { records, editions, references, custody, counterparts });
	const cardProof = new CardProofService(database, { records, editions, originals, custody });
	const referencesExport = new ReferencesExportService(database, records, tags, title);
	const exported = { events, names, records, collections, tags };
	const chronologyExport = new ChronologyExportService(database, exported, title, language);
	const graph = new GraphService(database, { records, annotations, names, events, links, mentions }, language);
	const graphExport = new GraphExportService(database, { graph, records, events, collections }, title);
	const map = new MapService(database);
	const scans = new ScansService(database, { records, originals, custody });
	const mapExport = new MapExportService(database, { map, names, events, records }, { title, language });
	const sideNotes = new SideNotesService(
		database,
		{ annotations, editions, records, history },
		{
			archiveId: () => getArchiveRow(database.reader)?.id ?? ('' as ArchiveId),
			archivePath: ownPath,
			isEncrypted,
			onMoved: () => onFact({ fact: 'archive.changed', data: {} }),
		},
	);
	const onBackedUp = () => onFact({ fact: 'archive.changed', data: {} });
	const backup = new BackupService(database, { jobs, custody }, { path: ownPath, key: ownKey, liveFile, onBackedUp });
	const home = new HomeService(
		database,
		{ jobs, history, annotations, custody, packageExport, sideNotes },
		{ path: ownPath, copies: () => copies.files(), onChanged: () => onFact({ fact: 'archive.changed', data: {} }) },
	);
	const readingCopy = new ReadingCopyService(
		database,
		jobs,
		{ ...packaged, tags, custody, evidence, descriptions, search, graph, map },
		{
			archive: () => getArchiveRow(database.reader),
			home: () => home.state().recipient,
			programFolder: readingCopyFolder,
		},
	);
	return {
		history,
		custody,
		custodyExport,
		findingAid,
		receipts,
		receiptProof,
		contentRoot,
		signingKey,
		originals,
		editions,
		alignments,
		records,
		catalogue,
		descriptions,
		tags,
		collections,
		names,
		links,
		lists,
		events,
		foundDates,
		nameJoining,
		mentions,
		nameSuggestions,
		wantedSources,
		withdrawals,
		annotations,
		annotationsExport,
		annotationsImport,
		placements,
		linkPlacements,
		evidence,
		evidenceExport,
		references,
		quotes,
		cards,
		cardProof,
		quotesExport,
		referencesExport,
		chronologyExport,
		graph,
		graphExport,
		map,
		mapExport,
		scans,
		search,
		segments,
		savedSearches,
		jobs,
		adding,
		inbox,
		recordJoining,
		rereading,
		transcribing,
		newEditions,
		earlierEditions,
		packageExport,
		packageImport,
		readingCopy,
		backup,
		home,
		sideNotes,
		recognition,
		verification,
		merge,
		conflicts,
	};
}
