import type { SearchDocument } from '../api/search-api.ts';
import type { Annotation } from '../domain/annotation.ts';
import type { EditionId } from '../domain/ids.ts';
import { unlessEmpty } from '../domain/unless-empty.ts';

/** What is found of an annotation: its words, and where they stand. */
export interface FoundNote extends Pick<Annotation, 'id' | 'recordId' | 'body' | 'author' | 'createdAt' | 'tags'> {
	/** Null for one on a whole record. */
	place: { editionId: EditionId; ordinal: number; number: number | null } | null;
}

/** Whoever wrote it may have done so in any language. */
export function noteDocument({ id, recordId, body, author, createdAt, tags, place }: FoundNote): SearchDocument {
	return {
		...{ key: `a:${id}`, ownerId: recordId, text: body, language: 'und', annotationId: id, author, since: createdAt },
		kind: 'note',
		...unlessEmpty('tags', tags),
		...place,
	};
}
