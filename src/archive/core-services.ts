import type { FactMessage } from '#shared/api/envelope.ts';
import type { ArchiveId } from '#shared/domain/ids.ts';
import { AddingService } from './adding/adding-service.ts';
import { EarlierEditionsService } from './adding/earlier-editions-service.ts';
import { NewEditionsService } from './adding/new-editions-service.ts';
import { RereadingService } from './adding/rereading-service.ts';
import { TranscribingService } from './adding/transcribing-service.ts';
import { TranslatingService } from './adding/translating-service.ts';
import { WritingService } from './adding/writing-service.ts';
import { AlignmentsService } from './alignments/alignments-service.ts';
import { AnnotationsService } from './annotations/annotations-service.ts';
import { PlacementsService } from './annotations/placements-service.ts';
import { getArchiveRow } from './archive-row.ts';
import { BackupService } from './backup/backup-service.ts';
import { CollectionsService } from './collections/collections-service.ts';
import { ContentRootService } from './content-root/content-root-service.ts';
import { CustodyService } from './custody/custody-service.ts';
import type { ArchiveDatabase } from './db/archive-database.ts';
import type { ArchiveKey } from './db/archive-key.ts';
import type { LiveFile } from './db/live-file.ts';
import { DescriptionsService } from './descriptions/descriptions-service.ts';
import { DraftsService } from './editions/drafts-service.ts';
import { EditionsService } from './editions/editions-service.ts';
import { EventsService } from './events/events-service.ts';
import { EvidenceService } from './evidence/evidence-service.ts';
import { FoundDatesService } from './found-dates/found-dates-service.ts';
import { HistoryService } from './history/history-service.ts';
import type { ImportClient } from './importers/import-client.ts';
import { InboxService } from './inbox/inbox-service.ts';
import type { JobListener } from './jobs/job-run.ts';
import { JobsService } from './jobs/jobs-service.ts';
import { LinkPlacementsService } from './links/link-placements-service.ts';
import { LinksService } from './links/links-service.ts';
import { MapService } from './map/map-service.ts';
import { MentionsService } from './mentions/mentions-service.ts';
import { ConflictsService } from './merge/conflicts-service.ts';
import { MergeService } from './merge/merge-service.ts';
import { NameSuggestionsService } from './name-suggestions/name-suggestions-service.ts';
import { NameJoiningService } from './names/name-joining-service.ts';
import { NamesService } from './names/names-service.ts';
import { OriginalsService } from './originals/originals-service.ts';
import { VerificationService } from './originals/verification-service.ts';
import { openMergeSource } from './packages/merge-source.ts';
import { QuotesService } from './quotes/quotes-service.ts';
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
import { TranslationsService } from './translations/translations-service.ts';
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

/** Those that are there as soon as the archive is open. */
export type CoreServices = ReturnType<typeof createCoreServices>;

/** The order is their dependency: each knows those before it. */
export function createCoreServices(database: ArchiveDatabase, environment: ServiceEnvironment) {
	const {
		importer,
		recogniser,
		languageData,
		author,
		language,
		signingKey,
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
	const tags = new TagsService(database);
	const descriptions = new DescriptionsService(database, records, tags);
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
	const receiving = { records, originals, editions, links, custody, collections, withdrawals, annotations };
	const succeeding = { ...receiving, placements, linkPlacements };
	const drafts = new DraftsService(database);
	const translations = new TranslationsService(database, { records, editions, alignments });
	const translating = new TranslatingService(
		database,
		importer,
		{ ...succeeding, translations, alignments, drafts },
		author,
	);
	const adding = new AddingService(database, jobs, importer, { ...receiving, translating });
	const recordJoining = new RecordJoiningService(database, {
		...{ records, descriptions, collections, tags, links, custody },
	});
	const inbox = new InboxService(database, { collections, originals, custody });
	const earlierEditions = new EarlierEditionsService(database, importer, { ...succeeding, history }, onProblem);
	const rereading = new RereadingService(database, importer, succeeding);
	const newEditions = new NewEditionsService(database, jobs, importer, succeeding);
	const transcribing = new TranscribingService(database, importer, { ...succeeding, drafts }, author);
	const writing = new WritingService(database, importer, { ...succeeding, drafts }, author);
	const recognition = new RecognitionService(
		{ database, jobs, importer, recogniser, languageData, language },
		succeeding,
	);
	const evidence = new EvidenceService({ annotations, links, records, editions, events, names }, language);
	const merge = new MergeService(
		database,
		{ history, custody, originals, jobs },
		{
			openOther: (opening) => openMergeSource({ path: ownPath(), reader: database.reader }, opening),
			takeSnapshot,
			onReading: (data) => onFact({ fact: 'merge.reading', data }),
		},
	);
	const conflicts = new ConflictsService(database);
	const verification = new VerificationService(database, jobs, {
		...{ originals, editions, collections, custody, contentRoot },
	});
	const references = new ReferencesService(database, { records, editions, descriptions }, language);
	const quotes = new QuotesService(database, records, references, author);
	const map = new MapService(database);
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
	return {
		history,
		custody,
		contentRoot,
		signingKey,
		originals,
		editions,
		alignments,
		records,
		descriptions,
		tags,
		collections,
		names,
		links,
		events,
		foundDates,
		nameJoining,
		mentions,
		nameSuggestions,
		wantedSources,
		withdrawals,
		annotations,
		placements,
		linkPlacements,
		evidence,
		references,
		quotes,
		map,
		search,
		segments,
		savedSearches,
		jobs,
		adding,
		inbox,
		recordJoining,
		rereading,
		transcribing,
		writing,
		translations,
		translating,
		drafts,
		newEditions,
		earlierEditions,
		backup,
		sideNotes,
		recognition,
		verification,
		merge,
		conflicts,
	};
}
