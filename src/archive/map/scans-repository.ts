import type { Reader } from '#archive/db/connection.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import { drawnPictureTypes, type HeldPicture, type ScanLayer } from '#shared/domain/map.ts';
import { mostWorldBytes, worldFileNames } from '#shared/map/scan/world-file.ts';

type PictureRow = Omit<ScanLayer, 'kind' | 'world'>;
type WorldRow = ScanLayer['world'] & { recordId: RecordId; wholeId: RecordId | null; order: number };

/**
 * Pictures whose world file lies beside them: in the same record, or in one that is a part of it, as what was added in one
 * folder is. Of several the one that came last, and first those of the same record: a person laid the scan anew.
 */
export function listScans(reader: Reader): ScanLayer[] {
	const worlds = listWorldFiles(reader);
	if (worlds.length === 0) return [];
	const own = latestByPlace(worlds, ({ recordId }) => recordId);
	const ofParts = latestByPlace(worlds, ({ wholeId }) => wholeId);
	const recordIds = new Set(worlds.flatMap(({ recordId, wholeId }) => (wholeId ? [recordId, wholeId] : recordId)));
	return listPictures(reader, [...recordIds]).flatMap((picture) => {
		const keys = worldFileNames(picture.fileName).map((name) => placeKey(picture.recordId, name));
		const world =
			latest(keys.flatMap((key) => own.get(key) ?? [])) ?? latest(keys.flatMap((key) => ofParts.get(key) ?? []));
		if (!world) return [];
		const { fileName, sha256, sizeBytes } = world;
		return [{ ...picture, kind: 'scan', world: { fileName, sha256, sizeBytes } }];
	});
}

function placeKey(recordId: RecordId, name: string): string {
	return `${recordId} ${name}`;
}

/** By record and the file's own name: an archive of ten thousand sheets is not compared with itself. */
function latestByPlace(
	worlds: readonly WorldRow[],
	recordOf: (world: WorldRow) => RecordId | null,
): ReadonlyMap<string, WorldRow> {
	const places = new Map<string, WorldRow>();
	for (const world of worlds) {
		const recordId = recordOf(world);
		if (recordId === null) continue;
		const key = placeKey(recordId, world.fileName.toLowerCase().split('/').at(-1) ?? '');
		const known = places.get(key);
		if (!known || world.order < known.order) places.set(key, world);
	}
	return places;
}

function latest(worlds: readonly WorldRow[]): WorldRow | undefined {
	return worlds.reduce<WorldRow | undefined>(
		(best, each) => (best && best.order <= each.order ? best : each),
		undefined,
	);
}

/** `order`: 1 is the latest. */
function listWorldFiles(reader: Reader): WorldRow[] {
	return reader.all<WorldRow>(
		`SELECT p.record_id AS recordId, l.to_id AS wholeId, p.file_name AS fileName, p.sha256, o.size_bytes AS sizeBytes,
			row_number() OVER (ORDER BY p.received_at DESC, p.ordinal DESC) AS "order"
		FROM record_parts p JOIN records r ON r.id = p.record_id JOIN originals o USING (sha256)
			LEFT JOIN links l ON l.type = 'part-of' AND l.from_kind = 'record' AND l.from_id = r.id AND l.to_kind = 'record'
				AND l.origin <> 'suggested' AND l.deleted_clock IS NULL
		WHERE p.deleted_clock IS NULL AND r.deleted_clock IS NULL AND o.size_bytes <= ?
			AND (p.file_name LIKE '%.___w' OR p.file_name LIKE '%.__w' OR p.file_name LIKE '%.____w' OR p.file_name LIKE '%.wld')`,
		mostWorldBytes,
	);
}

function listPictures(reader: Reader, recordIds: readonly RecordId[]): PictureRow[] {
	return reader.all<PictureRow>(
		`SELECT r.id AS recordId, p.file_name AS fileName, p.sha256, o.size_bytes AS sizeBytes, o.media_type AS mediaType,
			CASE WHEN count(*) OVER (PARTITION BY r.id) > 1 THEN p.file_name ELSE r.title END AS title
		FROM record_parts p JOIN records r ON r.id = p.record_id JOIN originals o USING (sha256)
		WHERE r.id IN (SELECT value FROM json_each(?)) AND p.deleted_clock IS NULL AND r.deleted_clock IS NULL
			AND o.media_type LIKE 'image/%'
		GROUP BY r.id, p.sha256
		ORDER BY r.title, r.id, min(p.ordinal)`,
		JSON.stringify(recordIds),
	);
}

/** All that a window can draw, by title. */
export function listHeldPictures(reader: Reader): HeldPicture[] {
	return reader.all<HeldPicture>(
		`SELECT r.id AS recordId, p.file_name AS fileName, p.sha256, f.width_px AS widthPx, f.height_px AS heightPx,
			CASE WHEN count(*) OVER (PARTITION BY r.id) > 1 THEN p.file_name ELSE r.title END AS title
		FROM record_parts p JOIN records r ON r.id = p.record_id JOIN originals o USING (sha256) JOIN picture_facts f USING (sha256)
		WHERE p.deleted_clock IS NULL AND r.deleted_clock IS NULL AND o.media_type IN (SELECT value FROM json_each(?))
		GROUP BY r.id, p.sha256
		ORDER BY r.title, r.id, min(p.ordinal)`,
		JSON.stringify(drawnPictureTypes),
	);
}

export function findHeldPicture(reader: Reader, recordId: RecordId, sha256: Sha256): HeldPicture | undefined {
	return listHeldPictures(reader).find((each) => each.recordId === recordId && each.sha256 === sha256);
}
