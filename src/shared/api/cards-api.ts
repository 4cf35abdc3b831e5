import * as v from 'valibot';
import type { TextRange } from '../domain/annotation.ts';
import type { CitationStyle } from '../domain/citation.ts';
import type { RecordId } from '../domain/ids.ts';
import type { CardFinding, CardFormat } from '../domain/quote-card.ts';
import { textRangeSchema } from './annotations-api.ts';
import { styleSchema } from './references-api.ts';
import { idSchema, textSchema } from './schemas.ts';

export interface CardCalls {
	/** A card for words of a text, in each form. */
	make(argument: { recordId: RecordId; range: TextRange; style: CitationStyle }): Record<CardFormat, string>;
	/** Compares a card with this archive, item by item; reads originals back. `invalid-input` for what is no card. */
	prove(argument: { file: string }): CardFinding[];
}

export const cardArguments = {
	make: v.object({ recordId: idSchema<RecordId>(), range: textRangeSchema, style: styleSchema }),
	prove: v.object({ file: textSchema }),
};
