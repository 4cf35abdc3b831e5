import * as v from 'valibot';
import type { TextRange } from '../domain/annotation.ts';
import type { EditionId, LinkId, RecordId } from '../domain/ids.ts';
import {
	type LinkEnd,
	type LinkEndPlace,
	type LinkSide,
	type LinkType,
	type LinkView,
	linkEndKinds,
	linkSides,
	linkTypes,
} from '../domain/link.ts';
import { textRangeSchema } from './annotations-api.ts';
import { idSchema } from './schemas.ts';

export interface LinkCalls {
	/** Every link of which this is an end, in the order of the text. */
	list(argument: { kind: LinkEnd['kind']; id: string }): LinkView[];
	/** Every link of the annotations of a record, as each of them sees it; one between two of them is there twice. */
	onAnnotations(argument: { recordId: RecordId }): LinkView[];
	/** Where the ends of links on a record's words stand in one of its editions, but for those made on it. */
	placesIn(argument: { recordId: RecordId; editionId: EditionId }): LinkEndPlace[];
	add(argument: { id: LinkId; type: LinkType; from: LinkEnd; to: LinkEnd }): void;
	remove(argument: { ids: LinkId[] }): void;
	/** Turns a suggested link into one of the user's. */
	accept(argument: { id: LinkId }): void;
	/**
	 * Says where an end stands in the edition that its record shows: the guess, or the words that were selected. A step to
	 * undo. `invalid-input` for a range of another edition, and for an end made on this one or on no words.
	 */
	place(argument: { id: LinkId; side: LinkSide; range: TextRange }): void;
	/** Leaves an end where it was made: it has no place in the edition that its record shows, and is not asked about again. */
	leave(argument: { id: LinkId; side: LinkSide }): void;
}

const endSchema = v.object({
	kind: v.picklist(linkEndKinds),
	id: idSchema(),
	range: v.exactOptional(textRangeSchema),
});

export const linkArguments = {
	list: v.object({ kind: v.picklist(linkEndKinds), id: idSchema() }),
	onAnnotations: v.object({ recordId: idSchema<RecordId>() }),
	placesIn: v.object({ recordId: idSchema<RecordId>(), editionId: idSchema<EditionId>() }),
	add: v.object({ id: idSchema<LinkId>(), type: v.picklist(linkTypes), from: endSchema, to: endSchema }),
	remove: v.object({ ids: v.pipe(v.array(idSchema<LinkId>()), v.minLength(1)) }),
	accept: v.object({ id: idSchema<LinkId>() }),
	place: v.object({ id: idSchema<LinkId>(), side: v.picklist(linkSides), range: textRangeSchema }),
	leave: v.object({ id: idSchema<LinkId>(), side: v.picklist(linkSides) }),
};
