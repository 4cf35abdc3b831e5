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
	const isBook = format === 'epub';
	const creators = values(names[format].creator).map(
		(name): Creator => ({ name, role: 'author', certainty: isBook ? 'stated' : 'inferred' }),
	);
	const [day] = values(names[format].date).flatMap(dayOf);
	const date: RecordDate | null =
		day === undefined
			? null
			: {
					type: isBook ? 'published' : 'created',
					edtf: day,
					inferred: isBook ? '' : message('import.from-properties'),
				};
	return {
		title: values('title')[0] ?? '',
		language: values('language')[0] ?? '',
		fields: { ...(creators.length > 0 && { creators }), ...(date && { dates: [date] }) },
	};
}

/** The day, month or year of an ISO 8601 date as EDTF: the hour that a file was written says nothing about its text. */
function dayOf(value: string): string[] {
	const found = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:T.*)?$/.exec(value);
	if (!found || found[1] === '0000') return [];
	return [[found[1], found[2], found[3]].filter((part) => part !== undefined).join('-')];
}
