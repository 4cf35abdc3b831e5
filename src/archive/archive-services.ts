import type { FactMessage } from '#shared/api/envelope.ts';
import { AddingService } from './adding/adding-service.ts';
import { NewEditionsService } from './adding/new-editions-service.ts';
import { RereadingService } from './adding/rereading-service.ts';
import { AnnotationsService } from './annotations/annotations-service.ts';
import { PlacementsService } from './annotations/placements-service.ts';
import { getArchiveRow } from './archive-row.ts';
import { CollectionsService } from './collections/collections-service.ts';
import { CustodyService } from './custody/custody-service.ts';
import type { ArchiveDatabase } from './db/archive-database.ts';
import { EditionsService } from './editions/editions-service.ts';
import { EventsService } from './events/events-service.ts';
import { EvidenceService } from './evidence/evidence-service.ts';
import { HistoryService } from './history/history-service.ts';
import type { ImportClient } from './importers/import-client.ts';
import type { JobListener } from './jobs/job-run.ts';
import { JobsService } from './jobs/jobs-service.ts';
import { LinksService } from './links/links-service.ts';
import { ListsService } from './lists/lists-service.ts';
import { NameJoiningService } from './names/name-joining-service.ts';
import { NamesService } from './names/names-service.ts';
import { OriginalsService } from './originals/originals-service.ts';
import { VerificationService } from './originals/verification-service.ts';
import { RecordsService } from './records/records-service.ts';
import { SavedSearchesService } from './saved-searches/saved-searches-service.ts';
import { SearchService } from './search/search-service.ts';
import { SegmentsService } from './search/segments-service.ts';
import { TagsService } from './tags/tags-service.ts';
import { AnnotationsExportService } from './transfer/annotations-export-service.ts';
import { AnnotationsImportService } from './transfer/annotations-import-service.ts';
import { ChronologyExportService } from './transfer/chronology-export-service.ts';
import { EvidenceExportService } from './transfer/evidence-export-service.ts';

/** What the services need from the program that has the archive open. */
export interface ServiceEnvironment {
	importer: ImportClient;
	/** Name under which notes are written on this device, asked each time. */
	author(): string;
	/** BCP 47 of the interface, asked each time. */
	language(): string;
	onFact(fact: FactMessage): void;
	/** After the commit that holds the item. */
	onJobItem: JobListener['onItem'];
}

export type ArchiveServices = ReturnType<typeof createServices>;

/** All services over one database. The order is their dependency: each knows those before it. */
export function createServices(database: ArchiveDatabase, environment: ServiceEnvironment) {
	const { importer, author, language, onFact, onJobItem } = environment;
	const history = new HistoryService(database);
	const custody = new CustodyService(database);
	const originals = new OriginalsService(database);
	const editions = new EditionsService(database);
	const records = new RecordsService(database, editions);
	const tags = new TagsService(database);
	const collections = new CollectionsService(database);
	const names = new NamesService(database);
	const links = new LinksService(database, editions, names, language);
	const events = new EventsService(database, links, names);
	const nameJoining = new NameJoiningService(database, names, links, events);
	const annotations = new AnnotationsService(database, editions, tags, author);
	const placements = new PlacementsService(database, editions);
	const search = new SearchService(database, history, names, language);
	const segments = new SegmentsService(database, () => onFact({ fact: 'search.packed', data: {} }));
	const lists = new ListsService();
	const savedSearches = new SavedSearchesService(database);
	const jobs = new JobsService(database, {
		onProgress: (job) => onFact({ fact: 'jobs.changed', data: { job } }),
		onItem: onJobItem,
	});
	const receiving = { records, originals, editions, links, custody, collections };
	const adding = new AddingService(database, jobs, importer, receiving);
	const rereading = new RereadingService(database, importer, { ...receiving, placements });
	const newEditions = new NewEditionsService(database, importer, { ...receiving, placements });
	const title = () => getArchiveRow(database.reader)?.title ?? '';
	const transferred = { annotations, editions, records, links };
	const annotationsExport = new AnnotationsExportService(database, transferred, title);
	const annotationsImport = new AnnotationsImportService(database, jobs, transferred);
	const evidence = new EvidenceService({ annotations, links, records, editions, events, names }, language);
	const evidenceExport = new EvidenceExportService(database, evidence, records, title);
	const exported = { events, names, records, collections, tags };
	const chronologyExport = new ChronologyExportService(database, exported, title, language);
	const verification = new VerificationService(database, jobs, originals, custody);
	return {
		history,
		custody,
		originals,
		editions,
		records,
		tags,
		collections,
		names,
		links,
		lists,
		events,
		nameJoining,
		annotations,
		annotationsExport,
		annotationsImport,
		placements,
		evidence,
		evidenceExport,
		chronologyExport,
		search,
		segments,
		savedSearches,
		jobs,
		adding,
		rereading,
		newEditions,
		verification,
	};
}
