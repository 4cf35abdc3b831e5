import type { RecordId } from './ids.ts';
import type { RecordFields } from './record.ts';

/** ISAD(G) 3.1.4, from the whole to the part; '' where it was not said. */
export const descriptionLevels = ['', 'fonds', 'subfonds', 'series', 'subseries', 'file', 'item', 'part'] as const;
export type DescriptionLevel = (typeof descriptionLevels)[number];

/**
 * What an archivist says of a record beside its own fields: elements of ISAD(G), 2nd edition, by its rule numbers, and how
 * it was received. Scope and content (3.3.1) is the record's description; conditions of reproduction (3.4.2) its rights.
 */
export interface DescriptionFields {
	/** 3.1.1; dc:identifier. */
	referenceCode: string;
	/** 3.1.4 */
	level: DescriptionLevel;
	/** 3.1.5, extent and medium; dcterms:extent. */
	extent: string;
	/** 3.2.3; dcterms:provenance. */
	custodialHistory: string;
	/** 3.4.1, conditions governing access, in words; dcterms:accessRights. */
	accessConditions: string;
	/** EDTF; dcterms:dateAccepted. */
	receivedOn: string;
	/** Who took it in. */
	receivedBy: string;
	/** What harm could come of it, and to whom. */
	sensitivity: string;
	/** Names that no copy which is handed on may hold. */
	withheldNames: string[];
}

export interface Description extends DescriptionFields {
	recordId: RecordId;
	/** Who gave it is written down; the name is asked for by itself. */
	hasGiver: boolean;
	/** 0 while nothing was written. */
	revision: number;
}

export const emptyDescription: DescriptionFields = {
	referenceCode: '',
	level: '',
	extent: '',
	custodialHistory: '',
	accessConditions: '',
	receivedOn: '',
	receivedBy: '',
	sensitivity: '',
	withheldNames: [],
};

/** Fields of the record itself that make sense for several at once. */
export const sharedRecordFields = [
	'kind',
	'languages',
	'description',
	'source',
	'rights',
	'access',
	'embargoUntil',
] as const;
export type SharedRecordFields = Pick<RecordFields, (typeof sharedRecordFields)[number]>;

/** Those, and the ones that say which record it is: for one at a time. */
export const describedRecordFields = ['title', 'knownFrom', ...sharedRecordFields] as const;
export type DescribedRecordFields = Pick<RecordFields, (typeof describedRecordFields)[number]>;

type Common<T> = { [F in keyof T]: T[F] | null };
/** What several records say alike: of each field its value, null where they differ. */
export type CommonDescription = Common<DescriptionFields> & Common<SharedRecordFields>;

/** What is added to the lists of several records, or taken out of them, whatever else each has in them. */
export interface ListChanges {
	addWithheldNames?: string[];
	addTags?: string[];
	removeTags?: string[];
}

/** A record's fields by their Dublin Core names (DCMI Metadata Terms); those without a value are left out. */
export function dublinCore(record: RecordFields, description: DescriptionFields): Record<string, string | string[]> {
	const dates = (type: string) => record.dates.filter((date) => date.type === type).map(({ edtf }) => edtf);
	const terms: Record<string, string | string[]> = {
		'dc:title': record.title,
		'dc:identifier': description.referenceCode,
		'dc:type': record.kind,
		'dc:creator': record.creators.map(({ name }) => name),
		'dcterms:created': dates('created'),
		'dcterms:issued': dates('published'),
		'dcterms:temporal': dates('covered'),
		'dc:language': record.languages,
		'dc:description': record.description,
		'dcterms:extent': description.extent,
		'dc:source': record.source,
		'dc:rights': record.rights,
		'dcterms:accessRights': description.accessConditions,
		'dcterms:provenance': description.custodialHistory,
		'dcterms:dateAccepted': description.receivedOn,
	};
	return Object.fromEntries(Object.entries(terms).filter(([, value]) => value.length > 0));
}
