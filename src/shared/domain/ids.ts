import { v5, v7 } from 'uuid';

declare const brand: unique symbol;
/** A string that only the code that made or checked it may call an id of `Noun`. */
export type Id<Noun extends string> = string & { readonly [brand]: Noun };

export type ArchiveId = Id<'archive'>;
export type ReplicaId = Id<'replica'>;
export type RecordId = Id<'record'>;
export type EditionId = Id<'edition'>;
export type AnnotationId = Id<'annotation'>;
export type LinkId = Id<'link'>;
export type NameId = Id<'name'>;
export type MentionId = Id<'mention'>;
export type EventId = Id<'event'>;
export type CollectionId = Id<'collection'>;
export type TagId = Id<'tag'>;
export type SavedSearchId = Id<'saved-search'>;
export type QuoteId = Id<'quote'>;
export type QuoteFolderId = Id<'quote-folder'>;
export type JobId = Id<'job'>;
export type StepId = Id<'step'>;
/** Lower-case hexadecimal SHA-256 (64 characters): what names an original. */
export type Sha256 = Id<'sha256'>;

/** A new UUIDv7 (RFC 9562): sortable by time of making, unique without asking anyone. */
export function newId<I extends Id<string>>(): I {
	return v7() as I;
}

/** Namespace of every id that Lectern derives from content, so that two archives derive the same one. */
const derivedNamespace = 'b3d2a6de-6f0a-5f9c-9d53-3c1f6f1b7a10';

/**
 * UUIDv5 of the parts, in order. The same parts give the same id on every machine, which lets two copies that made
 * the same automatic link, tag or membership merge without doubles. Parts are joined by U+001F, so none may hold it.
 */
export function derivedId<I extends Id<string>>(...parts: string[]): I {
	return v5(parts.join('\u001f'), derivedNamespace) as I;
}
