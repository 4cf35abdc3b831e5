import * as v from 'valibot';
import type { TextRange } from '../domain/annotation.ts';
import type { CitationStyle } from '../domain/citation.ts';
import type { EditionId, RecordId } from '../domain/ids.ts';
import type { CardFinding, WrittenCardFormat } from '../domain/quote-card.ts';
import { textRangeSchema } from './annotations-api.ts';
import { styleSchema } from './references-api.ts';
import { idSchema, lineSchema, ordinalSchema } from './schemas.ts';

/** The bytes of a card in base64 take up to so many characters: 12 MB, a picture of some hundred lines ten times over. */
export const longestCardFile = 16_000_000;

/** Words of a text, or a whole passage of it. */
export type QuotedPlace = TextRange | { editionId: EditionId; ordinal: number };

export interface CardCalls {
	/** A card for words of a text, in each form. */
	make(argument: { recordId: RecordId; range: QuotedPlace; style: CitationStyle }): Record<WrittenCardFormat, string>;
	/** Writes a card that the window has to a path that the person chose. `invalid-input` for what is no card. Desktop only. */
	saveTo(argument: { path: string; base64: string }): void;
	/** Compares a card with this archive, item by item; reads originals back. `invalid-input` for what is no card. */
	prove(argument: { file: string }): CardFinding[];
}

export const cardArguments = {
	make: v.object({
		recordId: idSchema<RecordId>(),
		range: v.union([textRangeSchema, v.object({ editionId: idSchema<EditionId>(), ordinal: ordinalSchema })]),
		style: styleSchema,
	}),
	saveTo: v.object({ path: lineSchema, base64: v.pipe(v.string(), v.maxLength(longestCardFile)) }),
	prove: v.object({ file: v.pipe(v.string(), v.maxLength(longestCardFile)) }),
};
