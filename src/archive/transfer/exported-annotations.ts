import { type Annotation, sureRange } from '#shared/domain/annotation.ts';
import { citedNumber } from '#shared/domain/block.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { paragraphWords } from '#shared/messages/paragraph-words.ts';
import type { EditionTexts } from './edition-texts.ts';

/** The annotations of one record that are exported, in the order of its text, replies behind what they answer. */
export interface ExportedRecord {
	record: RecordSummary;
	annotations: Annotation[];
}

/** "¶ 3" or "was ¶ 3", or the page that a region is on; '' for what is on neither. */
export function placeWords(annotation: Annotation, texts: EditionTexts): string {
	const { region, placement } = annotation;
	if (region) return message('annotations.region.place', { page: region.page });
	const numbers = citedNumbers(annotation, texts);
	return numbers === '' ? '' : paragraphWords(numbers, placement);
}

/**
 * "3" or "3–5": the ¶ numbers to cite, of the shown edition where it has a sure place there, else of the one it was made on;
 * '' for what is on no text.
 */
export function citedNumbers(annotation: Annotation, texts: EditionTexts): string {
	const range = sureRange(annotation);
	const blocks = range && texts.get(range.editionId)?.stream.blocks;
	if (!range || !blocks) return '';
	const [first, last] = [range.startOrdinal, range.endOrdinal].map((ordinal) => citedNumber(blocks, ordinal));
	if (first === last) return first === null || first === undefined ? '' : String(first);
	return `${first ?? '–'}–${last ?? '–'}`;
}
