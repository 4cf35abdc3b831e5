import type { Reader } from '#archive/db/connection.ts';
import type { MapLayer } from '#shared/domain/map.ts';

/** Files by the ending that RFC 7946 has for GeoJSON; the kind of file is not looked into until one is drawn. */
export function listLayers(reader: Reader): MapLayer[] {
	return reader.all<MapLayer>(
		`SELECT r.id AS recordId, r.title, p.file_name AS fileName, p.sha256, o.size_bytes AS sizeBytes
		FROM record_parts p JOIN records r ON r.id = p.record_id JOIN originals o USING (sha256)
		WHERE p.deleted_clock IS NULL AND r.deleted_clock IS NULL AND p.file_name LIKE '%.geojson'
		ORDER BY r.title, p.record_id, p.ordinal`,
	);
}
