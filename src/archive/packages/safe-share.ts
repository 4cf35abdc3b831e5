import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Annotation, Purpose } from '#shared/domain/annotation.ts';
import type { DescriptionFields } from '#shared/domain/description.ts';
import { writeCollection } from '#shared/web-annotation/write-collection.ts';

/** What stands on the sources themselves may be shared; notes and questions are a person's own work, and so are replies. */
const sharedPurposes: ReadonlySet<Purpose> = new Set(['claim', 'evidence', 'dispute']);

interface WrittenAnnotation {
	id: string;
	body?: { purpose?: string; source?: string }[];
	creator?: unknown;
	via?: unknown;
}

/** A Web Annotation file without private notes, without anybody's name, and without links to notes that stay behind. */
export function shareableAnnotations(text: string, all: readonly Annotation[]) {
	const shared = all.filter(({ purpose, replyToId }) => sharedPurposes.has(purpose) && replyToId === null);
	const ids = new Set<string>(shared.map(({ id }) => id));
	const staying = new Set(all.flatMap(({ id }) => (ids.has(id) ? [] : [`urn:uuid:${id}`])));
	const { first } = JSON.parse(text) as { first: { items: WrittenAnnotation[] } };
	const items = first.items
		.filter(({ id }) => ids.has(id.replace('urn:uuid:', '')))
		.map(({ creator: _creator, via: _via, body, ...rest }) => ({
			...rest,
			...(body && { body: body.filter(({ source }) => source === undefined || !staying.has(source)) }),
		}));
	return {
		text: writeCollection(items),
		ids,
		privateCount: all.length - shared.length,
		authorCount: shared.filter(({ author }) => author !== '').length,
	};
}

/** What an archivist says of a record, without what says from whom, when and why it is to be careful with. */
export function shareableDescription(description: DescriptionFields): DescriptionFields {
	return { ...description, custodialHistory: '', receivedOn: '', receivedBy: '', sensitivity: '', withheldNames: [] };
}

/**
 * The description without the names of files and the instants at which things came in: they say who had it, where, when.
 * The source is left out where it is only the file's name, as adding writes it.
 */
export function shareableRecord(record: RecordDetail): RecordDetail {
	const fileNames = new Set(record.files.map(({ fileName }) => fileName));
	return {
		...record,
		source: fileNames.has(record.source) ? '' : record.source,
		createdAt: '',
		files: record.files.map((file) => ({ ...file, fileName: '', receivedAt: '', verifiedAt: null })),
		editions: record.editions.map((edition) => ({
			...edition,
			createdAt: '',
			maker: edition.kind === 'extraction' || edition.kind === 'ocr' ? edition.maker : '',
		})),
	};
}
