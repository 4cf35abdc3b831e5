import type { PassageRange } from '#shared/text/anchor/text-stream.ts';

/** The columns in which a place is kept, as a query names them; all null where there is none. */
export interface PlacedRow {
	startOrdinal: number | null;
	startOffset: number;
	endOrdinal: number;
	endOffset: number;
}

export function toRange({ startOrdinal, startOffset, endOrdinal, endOffset }: PlacedRow): PassageRange | null {
	return startOrdinal === null ? null : { startOrdinal, startOffset, endOrdinal, endOffset };
}

/** Exactly the columns of a place, by their names in SQL. */
export function rangeColumns(range: PassageRange | null) {
	return {
		start_ordinal: range?.startOrdinal ?? null,
		start_offset: range?.startOffset ?? null,
		end_ordinal: range?.endOrdinal ?? null,
		end_offset: range?.endOffset ?? null,
	};
}
