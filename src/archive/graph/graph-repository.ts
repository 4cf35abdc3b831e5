import type { Reader } from '#archive/db/connection.ts';
import type { EditionId } from '#shared/domain/ids.ts';

/** A passage where words of a link or a mention begin. */
export interface GraphPassage {
	editionId: EditionId;
	ordinal: number;
	lineageId: string;
	number: number | null;
	text: string;
}

export function listPassages(
	reader: Reader,
	places: readonly { editionId: EditionId; ordinal: number }[],
): GraphPassage[] {
	return reader.all<GraphPassage>(
		`SELECT b.edition_id AS editionId, b.ordinal, b.lineage_id AS lineageId, b.number, b.text
		FROM json_each(?) place
		JOIN blocks b ON b.edition_id = place.value ->> 'editionId' AND b.ordinal = place.value ->> 'ordinal'`,
		JSON.stringify(places),
	);
}
