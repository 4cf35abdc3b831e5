import type { Reader } from '#archive/db/connection.ts';
import type { MapLayer } from '#shared/domain/map.ts';

/**
 * Files by the ending that RFC 7946 has for GeoJSON; the kind of file is not looked into until one is drawn. A file that a
 * record holds twice is one.
 */
export function listLayers(reader: Reader): MapLayer[] {
	return reader.all<MapLayer>(
		`SELECT r.id AS recordId, p.file_name AS fileName, p.sha256, o.size_bytes AS sizeBytes,
			CASE WHEN count(*) OVER (PARTITION BY r.id) > 1 THEN p.file_name ELSE r.title END AS title
		FROM record_parts p JOIN records r ON r.id = p.record_id JOIN originals o USING (sha256)
		WHERE p.deleted_clock IS NULL AND r.deleted_clock IS NULL AND p.file_name LIKE '%.geojson'
		GROUP BY r.id, p.sha256
		ORDER BY r.title, r.id, min(p.ordinal)`,
	);
}
