import { csvRow } from '#archive/transfer/csv.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { type DescriptionFields, emptyDescription } from '#shared/domain/description.ts';
import { mainDate } from '#shared/domain/record.ts';
import type { PackagePlan } from './package-plan.ts';

/** What a record is in `metadata/records.json`: everything that the archive knows of it but how often it was changed. */
export function describeRecord(record: RecordDetail, { tagNames, pathOf, descriptions }: PackagePlan): object {
	const { clock: _clock, revision: _revision, isInBin: _bin, passageCount: _passages, ...fields } = record;
	const { annotationCount: _annotations, tagIds: _tags, files, editions, ...described } = fields;
	return {
		...described,
		tags: tagNames.get(record.id) ?? [],
		files: files.map(({ fixity: _fixity, verifiedAt: _verified, ...file }) => ({
			...file,
			path: pathOf.has(file.sha256) ? `data/${pathOf.get(file.sha256)}` : null,
		})),
		editions: editions.map(({ id }) => id),
		archival: archivalOf(descriptions.get(record.id)),
	};
}

/** The elements of ISAD(G) that an archivist filled; null without any. */
function archivalOf(description: DescriptionFields | undefined): object | null {
	if (!description) return null;
	const elements = Object.keys(emptyDescription) as (keyof DescriptionFields)[];
	const filled = elements.filter((element) => description[element].length > 0);
	return Object.fromEntries(filled.map((element) => [element, description[element]]));
}

/** A JSON list with one thing a line. */
export function* jsonLines(things: readonly object[]): Generator<string> {
	yield '[\n';
	for (const [index, thing] of things.entries())
		yield `${JSON.stringify(thing)}${index < things.length - 1 ? ',' : ''}\n`;
	yield ']\n';
}

const columns = [
	'id',
	'title',
	'kind',
	'holding',
	'creators',
	'dates',
	'languages',
	'description',
	'rights',
	'source',
	'knownFrom',
	'access',
	'embargoUntil',
	'parentId',
	'tags',
	'files',
] as const;

/** `metadata/records.csv`: the same in a table; lists are joined by '; '. */
export function* recordRows(plan: PackagePlan): Generator<string> {
	yield `\ufeff${csvRow(columns)}`;
	for (const record of plan.records) yield csvRow(cellsOf(record, plan));
}

function cellsOf(record: RecordDetail, { tagNames, pathOf }: PackagePlan): string[] {
	const lists: Partial<Record<(typeof columns)[number], string[]>> = {
		creators: record.creators.map(({ name, role, certainty }) => [name, role, certainty].filter(Boolean).join(', ')),
		dates: record.dates.map(({ type, edtf }) => `${type} ${edtf}`),
		languages: record.languages,
		tags: tagNames.get(record.id) ?? [],
		files: record.files.flatMap(({ sha256 }) => (pathOf.has(sha256) ? [`data/${pathOf.get(sha256)}`] : [])),
	};
	return columns.map((column) => {
		const list = lists[column];
		return list ? list.join('; ') : String((record as unknown as Record<string, unknown>)[column] ?? '');
	});
}

/** Terms of https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ that a record has something for, in order. */
export function dublinCoreOf(
	record: RecordDetail,
	description: DescriptionFields = emptyDescription,
): [term: string, values: string[]][] {
	const creators = (isPublisher: boolean) =>
		record.creators.filter(({ role }) => /publisher/i.test(role) === isPublisher).map(({ name }) => name);
	const dated = (type: string) => record.dates.filter((date) => date.type === type).map(({ edtf }) => edtf);
	const terms: [string, string[]][] = [
		['identifier', [`urn:uuid:${record.id}`, description.referenceCode]],
		['title', [record.title]],
		['creator', creators(false)],
		['publisher', creators(true)],
		['date', [mainDate(record.dates)]],
		['created', dated('created')],
		['issued', dated('published')],
		['dateAccepted', [description.receivedOn]],
		['temporal', dated('covered')],
		['type', [record.kind]],
		['format', [...new Set(record.files.map(({ mediaType }) => mediaType))]],
		['extent', [description.extent, ...record.files.map(({ sizeBytes }) => `${sizeBytes} bytes`)]],
		['language', record.languages],
		['description', [record.description]],
		['rights', [record.rights]],
		['accessRights', [record.access, description.accessConditions]],
		['source', [record.source]],
		['isPartOf', record.parentId ? [`urn:uuid:${record.parentId}`] : []],
		['provenance', [record.knownFrom, description.custodialHistory]],
	];
	return terms.map(([term, values]) => [term, values.filter((value) => value !== '')]);
}

/** `metadata/dublin-core.json`: JSON-LD, terms without values left out. */
export function* dublinCoreGraph({ records, descriptions }: PackagePlan): Generator<string> {
	yield '{"@context":{"dcterms":"http://purl.org/dc/terms/"},"@graph":[\n';
	for (const [index, record] of records.entries()) {
		const terms = dublinCoreOf(record, descriptions.get(record.id)).filter(([, values]) => values.length > 0);
		const node = Object.fromEntries(terms.map(([term, values]) => [`dcterms:${term}`, values]));
		yield `${JSON.stringify({ '@id': `urn:uuid:${record.id}`, ...node })}${index < records.length - 1 ? ',' : ''}\n`;
	}
	yield ']}\n';
}

/** `metadata/dublin-core.csv` */
export function* dublinCoreRows({ records, descriptions }: PackagePlan): Generator<string> {
	const [first] = records;
	if (!first) return;
	yield `\ufeff${csvRow(dublinCoreOf(first).map(([term]) => `dcterms:${term}`))}`;
	for (const record of records)
		yield csvRow(dublinCoreOf(record, descriptions.get(record.id)).map(([, values]) => values.join('; ')));
}
