import type { ArchiveStatus } from '../api/archive-api.ts';
import type { RecordDetail } from '../api/records-api.ts';
import type { SearchDocument, SearchOwner, SearchSegment } from '../api/search-api.ts';
import type { Annotation } from '../domain/annotation.ts';
import type { StoredBlock } from '../domain/block.ts';
import type { Clock } from '../domain/clock.ts';
import type { Collection, Tag } from '../domain/collection.ts';
import type { Description } from '../domain/description.ts';
import type { ArchiveEvent } from '../domain/event.ts';
import type { ClaimEvidence, EventEvidence } from '../domain/evidence.ts';
import type { Graph } from '../domain/graph.ts';
import type { ArchiveId, EditionId, Id, RecordId, ReplicaId, Sha256 } from '../domain/ids.ts';
import type { LinkView } from '../domain/link.ts';
import type { PlaceLabels } from '../domain/map.ts';
import type { Mention } from '../domain/mention.ts';
import type { Name } from '../domain/name.ts';
import type { RecordSummary } from '../domain/record.ts';
import type { Locale } from '../messages/locales.ts';

export type CopyId = Id<'reading-copy'>;

/** A new number whenever parts mean something else. Page and parts are written together, so no page meets another's. */
export const copyFormat = 1;

/** Parts that every copy has one of. */
export const corePart = 'data/core';
export const thingsPart = 'data/things';
export const linksPart = 'data/links';
export const notesPart = 'data/notes';
export const graphPart = 'data/graph';
export const searchPart = 'data/search';
/** What lies under the places of the map: in a copy where one of them has coordinates, and among what is encrypted. */
export const baseMapPart = 'data/base-map';
/** Workers, as their source. */
export const workerParts = { search: 'app/search-worker', graph: 'app/graph-worker' } as const;

/** Parts of which there are as many as it takes, numbered from 1. */
export type NumberedKind = 'records' | 'texts' | 'pictures' | 'index';

export function numberedPart(kind: NumberedKind, number: number): string {
	return `data/${kind}-${String(number).padStart(4, '0')}`;
}

export function isNumberedPart(name: string, kind: NumberedKind): boolean {
	return name.startsWith(`data/${kind}-`);
}

/** The catalogue of a language of the interface, parsed as the build does it. */
export function languagePart(locale: Locale): string {
	return `app/languages/${locale}`;
}

/** What the page needs before it can show anything. */
export interface CopyCore {
	format: typeof copyFormat;
	/** Of this copy alone: what notes made in it are kept under. */
	copyId: CopyId;
	/** ISO 8601 UTC. */
	madeAt: string;
	/** `Lectern 0.1.0` */
	software: string;
	archive: { id: ArchiveId; title: string };
	/** Public key of home (`age1…`), for whom notes can be sealed; null where the archive does not know its home. */
	home: string | null;
	status: Pick<ArchiveStatus, 'heldCount' | 'intactCount' | 'verifiedAt' | 'noTextCount' | 'passageCount'>;
	/** The last change of each replica whose work is in the copy (docs/decisions/0010). */
	known: { replicaId: ReplicaId; clock: Clock }[];
	records: RecordSummary[];
	collections: Collection[];
	tags: Tag[];
	/** Which forms label places, in the archive that it was made from. */
	placeLabels: PlaceLabels;
	/** In which part, by its number, a record and a text lie. */
	recordParts: Record<RecordId, number>;
	textParts: Record<EditionId, number>;
	/** The same of pictures within texts, by their digests; without any where none went along. */
	pictureParts: Record<Sha256, number>;
}

/** What is asked of one record. */
export interface CopiedRecord {
	/** With the edition that it shows and no other. */
	detail: RecordDetail;
	description: Description;
	links: LinkView[];
}
export type RecordsPart = Record<RecordId, CopiedRecord>;

export type TextsPart = Record<EditionId, StoredBlock[]>;

/** The bytes of pictures, in base64. */
export type PicturesPart = Record<Sha256, string>;

/** What was said of a passage; who said it, and when, stays at home. */
export type CopiedMention = Omit<Mention, 'author' | 'judgedAt'>;

export interface ThingsPart {
	names: Name[];
	events: ArchiveEvent[];
	/** Passages that were judged for a name, by its id. */
	mentions: Record<string, CopiedMention[]>;
}

/** What leads to and from names, and what is said for and against events, by their ids. */
export interface LinksPart {
	ofNames: Record<string, LinkView[]>;
	eventEvidence: Record<string, EventEvidence>;
	/** How often records that are described only are cited, from what is in the copy. */
	citedCounts: Record<RecordId, number>;
}

/** What is joined, of what is in the copy. */
export type GraphPart = Graph;

/** What was written in the archive, oldest first, and what is linked for and against its claims. */
export interface NotesPart {
	annotations: Annotation[];
	claims: ClaimEvidence[];
	/** Of the annotations of each record, as each of them sees it. */
	links: Record<RecordId, LinkView[]>;
}

/** What is found besides passages and notes, and where the packed passages lie. */
export interface SearchPart {
	owners: SearchOwner[];
	documents: SearchDocument[];
	segments: (SearchSegment & { pages: { part: number; position: number }[] })[];
}

/** Pages of segments, in base64. */
export type IndexPart = string[];
