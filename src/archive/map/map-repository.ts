import type { Reader } from '#archive/db/connection.ts';
import { layerKindOf, type MapLayer } from '#shared/domain/map.ts';

/** A file that a record holds twice is one. */
export function listLayers(reader: Reader): MapLayer[] {
	return reader
		.all<Omit<MapLayer & { kind: 'tiles' }, 'kind'>>(
			`SELECT r.id AS recordId, p.file_name AS fileName, p.sha256, o.size_bytes AS sizeBytes,
				CASE WHEN count(*) OVER (PARTITION BY r.id) > 1 THEN p.file_name ELSE r.title END AS title
			FROM record_parts p JOIN records r ON r.id = p.record_id JOIN originals o USING (sha256)
			WHERE p.deleted_clock IS NULL AND r.deleted_clock IS NULL
				AND (p.file_name LIKE '%.geojson' OR p.file_name LIKE '%.pmtiles')
			GROUP BY r.id, p.sha256
			ORDER BY r.title, r.id, min(p.ordinal)`,
		)
		.flatMap((file) => {
			const kind = layerKindOf(file.fileName);
			return kind ? [{ ...file, kind }] : [];
		});
}
