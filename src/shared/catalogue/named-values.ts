import type { Creator, RecordDate } from '../domain/record.ts';

/** A row as its format names the parts; several values of one name in their order. */
export type NamedValues = ReadonlyMap<string, readonly string[]>;

/** What no cell of a table has room for: how surely somebody is the author and as what, what of a date is inferred. */
export interface RowDetails {
	creators: readonly Creator[];
	dates: readonly RecordDate[];
}

export interface NamedRow {
	values: NamedValues;
	/** Where Lectern wrote the file. */
	details?: RowDetails;
}
