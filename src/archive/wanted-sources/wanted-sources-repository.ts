import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { AccessLevel, RecordDate } from '#shared/domain/record.ts';
import type { SourceStatus, WantedSource, WantedSourceFields } from '#shared/domain/wanted-source.ts';

export interface WantedSourceRow extends Omit<WantedSource, 'status' | 'askedOn' | 'note' | 'dateEdtf' | 'isWithheld'> {
	/** JSON. */
	dates: string;
	access: AccessLevel;
	embargoUntil: string;
	status: SourceStatus | null;
	askedOn: string | null;
	note: string | null;
}

/** The most cited first. */
export function listWantedSources(reader: Reader): WantedSourceRow[] {
	return reader.all<WantedSourceRow>(
		`WITH citing (record_id) AS (
			SELECT l.to_id FROM links l
			LEFT JOIN annotations a ON l.from_kind = 'annotation' AND a.id = l.from_id AND a.deleted_clock IS NULL
			LEFT JOIN records f ON f.id = iif(l.from_kind = 'annotation', a.record_id, l.from_id)
			WHERE l.type = 'cites' AND l.to_kind = 'record' AND l.deleted_clock IS NULL AND f.deleted_clock IS NULL
				AND (l.from_kind NOT IN ('record', 'annotation') OR f.id IS NOT NULL)
			UNION ALL
			SELECT e.to_id FROM expected_links e
			JOIN records f ON f.id = e.record_id AND f.deleted_clock IS NULL AND f.holding = 'described-only'
			WHERE e.type = 'cites' AND e.to_kind = 'record'
		), cited (record_id, citedCount) AS (
			SELECT record_id, count(*) FROM citing GROUP BY record_id
		), received (record_id, receivedAt) AS (
			SELECT record_id, min(received_at) FROM record_parts WHERE deleted_clock IS NULL GROUP BY record_id
		)
		SELECT r.id AS recordId, r.title, r.kind, r.dates, r.known_from AS knownFrom, r.holding, r.access,
			r.embargo_until AS embargoUntil, w.status, w.asked_on AS askedOn, w.note, coalesce(w.revision, 0) AS revision,
			coalesce(c.citedCount, 0) AS citedCount, p.receivedAt
		FROM records r
		LEFT JOIN wanted_sources w ON w.record_id = r.id AND w.deleted_clock IS NULL
		LEFT JOIN cited c ON c.record_id = r.id
		LEFT JOIN received p ON p.record_id = r.id
		WHERE r.deleted_clock IS NULL AND (r.holding = 'described-only' OR w.id IS NOT NULL)
		ORDER BY citedCount DESC, r.title, r.id`,
	);
}

export function mainDates(row: Pick<WantedSourceRow, 'dates'>): RecordDate[] {
	return JSON.parse(row.dates) as RecordDate[];
}

/** Whether there is or was something written of it, with its revision. */
export function findRevision(reader: Reader, id: string): { revision: number; isLive: number } | undefined {
	return reader.get('SELECT revision, deleted_clock IS NULL AS isLive FROM wanted_sources WHERE id = ?', id);
}

export function isLiveRecord(reader: Reader, id: RecordId): boolean {
	return reader.get('SELECT 1 FROM records WHERE id = ? AND deleted_clock IS NULL', id) !== undefined;
}

export function insertWantedSource(step: Step, id: string, recordId: RecordId, fields: WantedSourceFields): void {
	const { status, askedOn, note } = fields;
	step.insert('wanted_sources', id, { record_id: recordId, status, asked_on: askedOn, note });
}

export function updateWantedSource(step: Step, id: string, fields: Partial<WantedSourceFields>): void {
	const { status, askedOn, note } = fields;
	step.update('wanted_sources', id, {
		...(status === undefined ? {} : { status }),
		...(askedOn === undefined ? {} : { asked_on: askedOn }),
		...(note === undefined ? {} : { note }),
	});
}
