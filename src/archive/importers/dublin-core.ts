import type { Creator, RecordDate } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import type { Extraction } from './importer.ts';
import { elementsNamed, type XmlElement } from './xml.ts';

/** What a document says of itself in Dublin Core, as office files and e-books both do. */
export interface DublinCore {
	title: string;
	/** '' where none is given. */
	language: string;
	fields: NonNullable<Extraction['fields']>;
}

/** The elements for maker and day: Dublin Core's own, and those that office formats have beside it. */
const names = {
	epub: { creator: 'creator', date: 'date' },
	docx: { creator: 'creator', date: 'created' },
	odt: { creator: 'initial-creator', date: 'creation-date' },
} as const;

/**
 * Reads the Dublin Core elements under `root`. A book names its author and its day of publication; what an office program
 * notes is who used it and when, which need not be who wrote the text: that is marked as inferred.
 */
export function readDublinCore(root: XmlElement, format: keyof typeof names): DublinCore {
	const values = (name: string) =>
		elementsNamed(root, name)
			.map((element) => element.text.replaceAll(/\s+/g, ' ').trim())
			.filter((value) => value !== '');
	const maker = {
		creators: values(names[format].creator),
		date: values(names[format].date).find((value) => dayOf(value).length > 0) ?? '',
	};
	return {
		title: values('title')[0] ?? '',
		language: values('language')[0] ?? '',
		fields: format === 'epub' ? fieldsOf(maker, 'published', '') : fieldsFromProperties(maker),
	};
}

/** Who made a document and when, as it says itself. */
export interface DatedMaker {
	creators: readonly string[];
	/** ISO 8601; what is none says nothing. */
	date: string;
}

/** Fields of a record from what an office program noted: it is not sure that this was the author, and is marked so. */
export function fieldsFromProperties(maker: DatedMaker): NonNullable<Extraction['fields']> {
	return fieldsOf(maker, 'created', message('import.from-properties'));
}

/** @param inferred from what it is inferred; '' where it is stated */
function fieldsOf(
	{ creators, date }: DatedMaker,
	type: RecordDate['type'],
	inferred: string,
): NonNullable<Extraction['fields']> {
	const certainty = inferred === '' ? 'stated' : 'inferred';
	const [edtf] = dayOf(date);
	return {
		...(creators.length > 0 && { creators: creators.map((name): Creator => ({ name, role: 'author', certainty })) }),
		...(edtf !== undefined && { dates: [{ type, edtf, inferred }] }),
	};
}

/** The day, month or year of an ISO 8601 date as EDTF: the hour that a file was written says nothing about its text. */
function dayOf(value: string): string[] {
	const found = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:T.*)?$/.exec(value);
	if (!found || found[1] === '0000') return [];
	return [[found[1], found[2], found[3]].filter((part) => part !== undefined).join('-')];
}
