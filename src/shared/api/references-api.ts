import * as v from 'valibot';
import type { ExportSummary } from '../domain/annotation-transfer.ts';
import {
	type BibliographyFormat,
	bibliographyFormats,
	type CitationStyle,
	type CitedRange,
	citationStyles,
	type Quotation,
	type RecordChoice,
} from '../domain/citation.ts';
import type { RecordId } from '../domain/ids.ts';
import { textRangeSchema } from './annotations-api.ts';
import { idSchema, lineSchema } from './schemas.ts';

export interface ReferenceCalls {
	/** The words of a place with their reference; of a record as a whole without a range. `not-found` for a place that is not there. */
	quotation(argument: CitedRange & { style: CitationStyle }): Quotation;
	/** The whole file as text: for clients that keep it themselves. */
	exportText(argument: { format: BibliographyFormat; choice: RecordChoice }): ExportSummary & { text: string };
	/** Writes the file, over what has that name. */
	exportTo(argument: { format: BibliographyFormat; choice: RecordChoice; path: string }): ExportSummary;
}

export const styleSchema = v.picklist(citationStyles);
export const citedRangeEntries = { recordId: idSchema<RecordId>(), range: v.nullable(textRangeSchema) };
const exported = {
	format: v.picklist(bibliographyFormats),
	choice: v.object({ ids: v.exactOptional(v.array(idSchema<RecordId>())) }),
};

export const referenceArguments = {
	quotation: v.object({ ...citedRangeEntries, style: styleSchema }),
	exportText: v.object(exported),
	exportTo: v.object({ ...exported, path: lineSchema }),
};
