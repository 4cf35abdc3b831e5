import type { Reader } from '#archive/db/connection.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { GraphPassage } from '#shared/graph/graph-nodes.ts';

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
