import { titleFromFileName } from '#archive/importers/importer.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Annotation, Purpose } from '#shared/domain/annotation.ts';
import type { DescriptionFields } from '#shared/domain/description.ts';

/** What stands on the sources themselves may be shared; notes and questions are a person's own work, and so are replies. */
const sharedPurposes: ReadonlySet<Purpose> = new Set(['claim', 'evidence', 'dispute']);

/** ISO 8601 UTC instant that a share has for all others: of its day, and no more. */
export function shareInstant(today: string): string {
	return `${today}T00:00:00.000Z`;
}

/** Whether a note stays when records are shared. */
export function isPrivate({ purpose, replyToId }: Annotation): boolean {
	return !sharedPurposes.has(purpose) || replyToId !== null;
}

/**
 * A note without its author, without when it was written, and without where it came from: the address of a file, of a page
 * or of an original says who had it.
 *
 * @param at the instant that stands in place of all
 */
export function shareableAnnotation(annotation: Annotation, at: string): Annotation {
	return { ...annotation, author: '', origin: null, region: null, createdAt: at, changedAt: at };
}

/** What an archivist says of a record, without what says from whom, when and why it is to be careful with. */
export function shareableDescription(description: DescriptionFields): DescriptionFields {
	return { ...description, custodialHistory: '', receivedOn: '', receivedBy: '', sensitivity: '', withheldNames: [] };
}

/** Whether the title is what a file was called: who shares it may not know that it goes. */
export function isTitledByFile({ title, files }: RecordDetail): boolean {
	return files.some(({ fileName }) => title === fileName || title === titleFromFileName(fileName));
}

/**
 * The description without its files and the instants at which things came in: they say who had it, where, when; by its
 * digest and its size a file is known again. The source is left out where it is only the file's name, as adding writes it.
 */
export function shareableRecord(record: RecordDetail): RecordDetail {
	const fileNames = new Set(record.files.map(({ fileName }) => fileName));
	return {
		...record,
		holding: record.editions.length > 0 ? record.holding : 'described-only',
		source: fileNames.has(record.source) ? '' : record.source,
		createdAt: '',
		files: [],
		editions: record.editions.map((edition) => ({
			...edition,
			createdAt: '',
			maker: edition.kind === 'extraction' || edition.kind === 'ocr' ? edition.maker : '',
		})),
	};
}
