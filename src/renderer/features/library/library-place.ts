import type { CollectionId, TagId } from '#shared/domain/ids.ts';

/** The place that is shown: everything, one collection, one tag, or the bin. */
export interface LibraryPlace {
	collection?: CollectionId;
	tag?: TagId;
	bin?: true;
}
