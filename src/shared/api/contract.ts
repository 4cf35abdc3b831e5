import type { AnnotationId } from '../domain/ids.ts';
import type { JobProgress } from '../domain/job.ts';
import type { Unplugged, Unplugging } from '../domain/medium.ts';
import type { MergeReading } from '../domain/merge.ts';
import { type AlignmentCalls, alignmentArguments } from './alignments-api.ts';
import { type AnnotationCalls, annotationArguments } from './annotations-api.ts';
import { type ArchiveCalls, archiveArguments } from './archive-api.ts';
import { type BackupCalls, backupArguments } from './backup-api.ts';
import type { ArgumentSchemas, Client, Handlers } from './calls.ts';
import { type CardCalls, cardArguments } from './cards-api.ts';
import { type CatalogueCalls, catalogueArguments } from './catalogue-api.ts';
import {
	type CollectionCalls,
	type CustodyCalls,
	collectionArguments,
	custodyArguments,
	type TagCalls,
	tagArguments,
} from './context-api.ts';
import { type DescriptionCalls, descriptionArguments } from './descriptions-api.ts';
import { type DeviceCalls, deviceArguments } from './device-api.ts';
import { type EditionCalls, editionArguments, type OriginalCalls, originalArguments } from './editions-api.ts';
import { type EventCalls, eventArguments } from './events-api.ts';
import { type EvidenceCalls, evidenceArguments } from './evidence-api.ts';
import { type FindingAidCalls, findingAidArguments } from './finding-aid-api.ts';
import { type FoundDateCalls, foundDateArguments } from './found-dates-api.ts';
import { type GraphCalls, graphArguments } from './graph-api.ts';
import { type HistoryCalls, historyArguments, type ProfileCalls, profileArguments } from './history-api.ts';
import { type HomeCalls, homeArguments } from './home-api.ts';
import { type InboxCalls, inboxArguments } from './inbox-api.ts';
import { type JobCalls, jobArguments } from './jobs-api.ts';
import { type LinkCalls, linkArguments } from './links-api.ts';
import { type ListCalls, listArguments } from './lists-api.ts';
import { type MapCalls, mapArguments } from './map-api.ts';
import { type MentionCalls, mentionArguments } from './mentions-api.ts';
import { type ConflictCalls, conflictArguments, type MergeCalls, mergeArguments } from './merge-api.ts';
import { type NameSuggestionCalls, nameSuggestionArguments } from './name-suggestions-api.ts';
import { type NameCalls, nameArguments } from './names-api.ts';
import { type PackageCalls, packageArguments } from './packages-api.ts';
import { type QuoteCalls, quoteArguments } from './quotes-api.ts';
import { type ReadingCopyCalls, readingCopyArguments } from './reading-copy-api.ts';
import { type ReceiptCalls, receiptArguments } from './receipts-api.ts';
import { type RecognitionCalls, recognitionArguments } from './recognition-api.ts';
import { type RecordCalls, recordArguments } from './records-api.ts';
import { type ReferenceCalls, referenceArguments } from './references-api.ts';
import { type SavedSearchCalls, savedSearchArguments } from './saved-searches-api.ts';
import { type SearchCalls, searchArguments } from './search-api.ts';
import { type SideNotesCalls, sideNotesArguments } from './side-notes-api.ts';
import { type SigningCalls, signingArguments } from './signing-api.ts';
import { type TranslationCalls, translationArguments } from './translations-api.ts';
import { type WantedSourceCalls, wantedSourceArguments } from './wanted-sources-api.ts';
import { type WithdrawalCalls, withdrawalArguments } from './withdrawals-api.ts';

/** Every call that crosses a process boundary, by noun. */
export interface ArchiveApi {
	archive: ArchiveCalls;
	records: RecordCalls;
	descriptions: DescriptionCalls;
	references: ReferenceCalls;
	quotes: QuoteCalls;
	cards: CardCalls;
	catalogue: CatalogueCalls;
	editions: EditionCalls;
	originals: OriginalCalls;
	alignments: AlignmentCalls;
	translations: TranslationCalls;
	annotations: AnnotationCalls;
	links: LinkCalls;
	evidence: EvidenceCalls;
	findingAid: FindingAidCalls;
	receipts: ReceiptCalls;
	lists: ListCalls;
	packages: PackageCalls;
	backups: BackupCalls;
	home: HomeCalls;
	readingCopies: ReadingCopyCalls;
	names: NameCalls;
	mentions: MentionCalls;
	nameSuggestions: NameSuggestionCalls;
	wantedSources: WantedSourceCalls;
	withdrawals: WithdrawalCalls;
	events: EventCalls;
	foundDates: FoundDateCalls;
	graph: GraphCalls;
	map: MapCalls;
	collections: CollectionCalls;
	tags: TagCalls;
	custody: CustodyCalls;
	signing: SigningCalls;
	sideNotes: SideNotesCalls;
	inbox: InboxCalls;
	jobs: JobCalls;
	recognition: RecognitionCalls;
	search: SearchCalls;
	savedSearches: SavedSearchCalls;
	history: HistoryCalls;
	merge: MergeCalls;
	conflicts: ConflictCalls;
	device: DeviceCalls;
	profile: ProfileCalls;
}

export const argumentSchemas = {
	archive: archiveArguments,
	records: recordArguments,
	descriptions: descriptionArguments,
	references: referenceArguments,
	quotes: quoteArguments,
	cards: cardArguments,
	catalogue: catalogueArguments,
	editions: editionArguments,
	originals: originalArguments,
	alignments: alignmentArguments,
	translations: translationArguments,
	annotations: annotationArguments,
	links: linkArguments,
	evidence: evidenceArguments,
	findingAid: findingAidArguments,
	receipts: receiptArguments,
	lists: listArguments,
	packages: packageArguments,
	backups: backupArguments,
	home: homeArguments,
	readingCopies: readingCopyArguments,
	names: nameArguments,
	mentions: mentionArguments,
	nameSuggestions: nameSuggestionArguments,
	wantedSources: wantedSourceArguments,
	withdrawals: withdrawalArguments,
	events: eventArguments,
	foundDates: foundDateArguments,
	graph: graphArguments,
	map: mapArguments,
	collections: collectionArguments,
	tags: tagArguments,
	custody: custodyArguments,
	signing: signingArguments,
	sideNotes: sideNotesArguments,
	inbox: inboxArguments,
	jobs: jobArguments,
	recognition: recognitionArguments,
	search: searchArguments,
	savedSearches: savedSearchArguments,
	history: historyArguments,
	merge: mergeArguments,
	conflicts: conflictArguments,
	device: deviceArguments,
	profile: profileArguments,
} satisfies ArgumentSchemas<ArchiveApi>;

export type ArchiveHandlers = Handlers<ArchiveApi>;
export type ArchiveClient = Client<ArchiveApi>;

/** Facts that the archive pushes to everyone connected. They name what changed; the receiver asks again. */
export interface ArchiveFacts {
	/** Another archive is open now: everything known is void. */
	'archive.opened': Record<string, never>;
	/** The archive is being closed and read back, to be unplugged. */
	'archive.unplugging': Unplugging;
	/** It is closed; null where it could not be seen to that all of it is on its medium. */
	'archive.unplugged': { path: string; unplugged: Unplugged | null };
	/** The archive was closed and waits for its passphrase: whoever shows anything of it lets go of that. */
	'archive.locked': Record<string, never>;
	/** It is being written anew under another passphrase: rows that were copied or compared, of twice as many as there are. */
	'archive.rewriting': { done: number; total: number };
	/** Counts, title or fixity of the archive changed. */
	'archive.changed': Record<string, never>;
	/** Fields, files, tags, collections or the bin; also sent for a record whose annotations or editions changed. */
	'records.changed': { ids: string[] };
	/** Those that changed or are gone, and the records they stand on. */
	'annotations.changed': { ids: AnnotationId[]; recordIds: string[] };
	'links.changed': Record<string, never>;
	'names.changed': { ids: string[] };
	/** What was confirmed or rejected of passages for names. */
	'mentions.changed': Record<string, never>;
	/** Which words are no names. */
	'nameSuggestions.changed': Record<string, never>;
	'wantedSources.changed': Record<string, never>;
	/** What is asked for in another language, or has come home. */
	'translations.changed': Record<string, never>;
	/** What was withdrawn for good, or may come back. */
	'withdrawals.changed': Record<string, never>;
	/** Events, or which records attest and contradict them. */
	'events.changed': Record<string, never>;
	/** Which words of texts are no dates. */
	'foundDates.changed': Record<string, never>;
	'collections.changed': Record<string, never>;
	'tags.changed': Record<string, never>;
	'quotes.changed': Record<string, never>;
	'savedSearches.changed': Record<string, never>;
	'alignments.changed': Record<string, never>;
	'history.changed': Record<string, never>;
	/** The packed parts of the search index are others now. */
	'search.packed': Record<string, never>;
	/** Which folder is watched, or how that goes. */
	'inbox.changed': Record<string, never>;
	/** At most ten a second for one job, and always one at its end. */
	'jobs.changed': { job: JobProgress };
	/** Another archive is being read for a merge. */
	'merge.reading': MergeReading;
	/** Which texts stand in two wordings. */
	'conflicts.changed': Record<string, never>;
	'profile.changed': { key: string };
}
export type FactName = keyof ArchiveFacts;
