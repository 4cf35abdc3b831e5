import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import { editionIdOf, type NewEdition } from '#archive/editions/editions-service.ts';
import type { Extraction, ReceivedMark } from '#archive/importers/importer.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import { toNewEdition } from './arrival-writer.ts';

interface Services {
	records: RecordsService;
	annotations: AnnotationsService;
}

/** A file that was read for a record which is there. */
interface LaterText {
	recordId: RecordId;
	extraction: Extraction;
	sha256: Sha256;
	recordingSha256?: Sha256 | undefined;
}

/**
 * The edition of a file for a record that is there. What readers marked and wrote in the file is taken only with a new record:
 * here the edition says where it is in the file only, unless the record has it from before.
 */
export function toLaterEdition({ records, annotations }: Services, text: LaterText): NewEdition {
	const { recordId, extraction, sha256, recordingSha256 } = text;
	const made = toNewEdition(extraction, sha256, recordingSha256);
	const id = editionIdOf(recordId, made);
	const { editions } = records.get({ id: recordId });
	// What says nothing of its marks is the one that they were taken with.
	if (editions.some((edition) => edition.id === id)) return made;
	const known = annotations.list({ recordId });
	const isWhole = (extraction.marks ?? []).every((mark) => known.some((annotation) => isOf(mark, annotation)));
	return isWhole ? made : { ...made, parameters: { ...made.parameters, textAside: true } };
}

/** Its words may have been changed since, and so may its place. */
function isOf({ author, at, body }: ReceivedMark, annotation: Annotation): boolean {
	if (author !== annotation.author) return false;
	return at === null ? body === annotation.body : at === annotation.createdAt;
}
