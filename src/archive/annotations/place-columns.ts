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

/**
 * Whether what was made at a time is looked for in an edition `e` of a record `r`: in one that was there before it, and in
 * the one that is shown. Subtle: a later one that is not shown was taken back, or had this carried over when it came; but
 * not so where copies were merged. There it may have come from anywhere, and which editions were shown meanwhile is a matter
 * of the order of merges, on which nothing may hang: all are looked through.
 */
export function isLookedFor(createdAt: string): string {
	return `(e.created_at <= ${createdAt} OR e.id = r.edition_id OR EXISTS (SELECT 1 FROM merges))`;
}
