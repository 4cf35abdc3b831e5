import { getArchiveRow } from './archive-row.ts';
import { CardProofService } from './cards/card-proof-service.ts';
import { CardsService } from './cards/cards-service.ts';
import { Counterparts } from './cards/counterparts.ts';
import { CatalogueService } from './catalogue/catalogue-service.ts';
import type { CoreServices, ServiceEnvironment } from './core-services.ts';
import type { ArchiveDatabase } from './db/archive-database.ts';
import { PicturesService } from './editions/pictures-service.ts';
import { GraphService } from './graph/graph-service.ts';
import { HomeService } from './home/home-service.ts';
import { ListsService } from './lists/lists-service.ts';
import { ScansService } from './map/scans-service.ts';
import { PackageExportService } from './packages/package-export-service.ts';
import { PackageImportService } from './packages/package-import-service.ts';
import { BlackingOutService } from './packages/sweep/blacking-out-service.ts';
import { ReadingCopyService } from './reading-copy/reading-copy-service.ts';
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
import { SheetExportService } from './transfer/translation-sheets/sheet-export-service.ts';

export type OnDemandServices = ReturnType<typeof createOnDemandServices>;

/**
 * Services that most sessions never ask: what leaves the archive and its proofs, what comes into it from files of its own
 * kind, the pictures within texts, and the graph. Their code is loaded with the first question, since every opening of an archive would wait for it. The order is their dependency.
 */
export function createOnDemandServices(
	database: ArchiveDatabase,
	environment: ServiceEnvironment,
	services: CoreServices,
) {
	const { importer, language, signingKey, readingCopyFolder, onFact, ownPath, copies } = environment;
	const { history, custody, originals, editions, records, descriptions, tags, collections, jobs, sideNotes } = services;
	const { names, mentions, links, events, annotations, placements, linkPlacements, evidence, map, search } = services;
	const { references, quotes, merge, withdrawals } = services;
	const title = () => getArchiveRow(database.reader)?.title ?? '';
	const identity = () => ({ id: getArchiveRow(database.reader)?.id ?? '', title: title() });
	const catalogue = new CatalogueService(database, jobs, { records, descriptions });
	const lists = new ListsService();
	const pictures = new PicturesService(editions, originals);
	const transferred = { annotations, editions, records, links, placements, linkPlacements };
	const annotationsExport = new AnnotationsExportService(database, transferred, title);
	const annotationsImport = new AnnotationsImportService(database, jobs, importer, transferred);
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
	const blackingOut = new BlackingOutService({ descriptions, names });
	const packageExport = new PackageExportService(
		database,
		jobs,
		{ ...packaged, tags, descriptions, custody },
		identity,
	);
	const receiving = { records, originals, editions, links, custody, collections, withdrawals, annotations };
	const packageImport = new PackageImportService(database, { jobs, importer, merge }, receiving);
	const findingAid = new FindingAidService(database, { records, descriptions, names }, identity);
	const receipts = new ReceiptsService(database, { records, descriptions, custody, jobs, names }, signingKey, identity);
	const receiptProof = new ReceiptProofService({ originals, custody }, identity);
	const custodyExport = new CustodyExportService(custody, signingKey);
	const quotesExport = new QuotesExportService(database, quotes, records);
	const counterparts = new Counterparts(editions, links, records);
	const cards = new CardsService(database, { records, editions, references, custody, counterparts });
	const cardProof = new CardProofService(database, { records, editions, originals, custody });
	const sheetExport = new SheetExportService(database, {
		...{ records, descriptions, translations: services.translations },
	});
	const referencesExport = new ReferencesExportService(database, { records, descriptions, tags }, title);
	const exported = { events, names, records, collections, tags };
	const chronologyExport = new ChronologyExportService(database, exported, title, language);
	const graph = new GraphService(database, { records, annotations, names, events, links, mentions }, language);
	const graphExport = new GraphExportService(database, { graph, records, events, collections }, title);
	const scans = new ScansService(database, { records, originals, custody });
	const mapExport = new MapExportService(database, { map, names, events, records }, { title, language });
	const home = new HomeService(
		database,
		{ jobs, history, annotations, custody, packageExport, sideNotes },
		{ path: ownPath, copies: () => copies.files(), onChanged: () => onFact({ fact: 'archive.changed', data: {} }) },
	);
	const readingCopy = new ReadingCopyService(
		database,
		jobs,
		{ ...packaged, tags, custody, evidence, descriptions, search, graph, map, pictures },
		{
			archive: () => getArchiveRow(database.reader),
			home: () => home.state().recipient,
			programFolder: readingCopyFolder,
		},
	);
	return {
		catalogue,
		lists,
		pictures,
		annotationsExport,
		annotationsImport,
		evidenceExport,
		blackingOut,
		packageExport,
		packageImport,
		findingAid,
		receipts,
		receiptProof,
		custodyExport,
		quotesExport,
		cards,
		cardProof,
		referencesExport,
		sheetExport,
		chronologyExport,
		graph,
		graphExport,
		scans,
		mapExport,
		home,
		readingCopy,
	};
}
