import type { DescriptionFields } from './description.ts';
import type { RecordId, Sha256 } from './ids.ts';
import type { ItemOutcome } from './job.ts';
import type { RecordFields } from './record.ts';

/** Fields of a record that a catalogue may say something of. */
export type CatalogueRecordFields = Pick<
	RecordFields,
	'title' | 'kind' | 'creators' | 'dates' | 'languages' | 'description' | 'rights' | 'source' | 'knownFrom'
>;

/** The same of its archival description. */
export type CatalogueDescription = Pick<
	DescriptionFields,
	'referenceCode' | 'level' | 'extent' | 'custodialHistory' | 'accessConditions'
>;

/** What one row of a catalogue says; what it leaves empty is not there. */
export interface CatalogueEntry {
	/** Its number in the file, from 1: of CSV as a spreadsheet shows it, the headings and empty rows counted too. */
	row: number;
	fields: Partial<CatalogueRecordFields>;
	description: Partial<CatalogueDescription>;
	/** Of the file that it describes. */
	sha256?: Sha256;
	/** Headings of the columns whose value is not what they are taken for, and so stands in the description. */
	unread?: string[];
}

/** What bringing in a row does. */
export interface CataloguePlan {
	row: number;
	/** The record's title, or what the row has instead of one. */
	name: string;
	/**
	 * `added`: a new record, described only. `described`: one that is here gets what it lacks. `differs`: it says something
	 * else already, and is left as it is. `failed`: with a reason.
	 */
	outcome: Extract<ItemOutcome, 'added' | 'described' | 'already-held' | 'differs' | 'failed'>;
	/** The record that it describes, if that is here. */
	recordId?: RecordId;
	/** Why it fails, which fields say something else here and are left, and what could not be read, in words. */
	reason?: string;
}
