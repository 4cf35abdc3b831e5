import type { CollectionId, TagId } from './ids.ts';

/** A named set of records; a record may be in any number of them, and they nest. */
export interface Collection {
	id: CollectionId;
	name: string;
	parentId: CollectionId | null;
	recordCount: number;
	revision: number;
}

export interface Tag {
	id: TagId;
	name: string;
	/** Records and annotations that carry it. */
	useCount: number;
	/** Records alone: what the library shows for it. */
	recordCount: number;
}
