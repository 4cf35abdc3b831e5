import type { Reader } from '#archive/db/connection.ts';
import type { RowOf } from '#archive/db/stamped-tables.ts';
import type { Step } from '#archive/db/step.ts';
import type { Description, DescriptionFields, DescriptionLevel } from '#shared/domain/description.ts';
import type { RecordId } from '#shared/domain/ids.ts';

interface DescriptionRow extends RowOf<'descriptions'> {
	id: string;
	revision: number;
	has_giver: number;
}

const columnOf = {
	referenceCode: 'reference_code',
	level: 'level',
	extent: 'extent',
	custodialHistory: 'custodial_history',
	accessConditions: 'access_conditions',
	receivedOn: 'received_on',
	receivedBy: 'received_by',
	sensitivity: 'sensitivity',
	withheldNames: 'withheld_names',
} as const satisfies Record<keyof DescriptionFields, keyof DescriptionRow>;

/** By record; without ids of every record that has one. */
export function listDescriptions(reader: Reader, recordIds?: readonly RecordId[]): Description[] {
	return reader
		.all<DescriptionRow>(
			`SELECT d.*, EXISTS (SELECT 1 FROM givers AS g
				WHERE g.record_id = d.record_id AND g.deleted_clock IS NULL AND g.name <> '') AS has_giver
			FROM descriptions AS d WHERE d.deleted_clock IS NULL
			${recordIds ? 'AND d.record_id IN (SELECT value FROM json_each(?))' : ''}`,
			...(recordIds ? [JSON.stringify(recordIds)] : []),
		)
		.map(toDescription);
}

export function insertDescription(step: Step, id: string, recordId: RecordId, fields: DescriptionFields): void {
	step.insert('descriptions', id, { ...(toColumns(fields) as RowOf<'descriptions'>), record_id: recordId });
}

export function updateDescription(
	step: Step,
	id: string,
	fields: Partial<DescriptionFields>,
	expectedRevision?: number,
): void {
	step.update('descriptions', id, toColumns(fields) as Partial<RowOf<'descriptions'>>, expectedRevision);
}

export function findGiver(reader: Reader, recordId: RecordId): string | undefined {
	return reader.get<{ name: string }>('SELECT name FROM givers WHERE record_id = ? AND deleted_clock IS NULL', recordId)
		?.name;
}

export function listGivers(reader: Reader): string[] {
	return reader
		.all<{ name: string }>("SELECT DISTINCT name FROM givers WHERE deleted_clock IS NULL AND name <> ''")
		.map(({ name }) => name);
}

/** Each writing gets a salt of its own, so that equal names have unlike commitments. */
export function putGiver(step: Step, id: string, recordId: RecordId, name: string, salt: string): void {
	step.insert('givers', id, { record_id: recordId, name, salt });
}

function toColumns(fields: Partial<DescriptionFields>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(fields).map(([field, value]) => [
			columnOf[field as keyof DescriptionFields],
			Array.isArray(value) ? JSON.stringify(value) : value,
		]),
	);
}

function toDescription(row: DescriptionRow): Description {
	return {
		recordId: row.record_id as RecordId,
		referenceCode: String(row.reference_code),
		level: row.level as DescriptionLevel,
		extent: String(row.extent),
		custodialHistory: String(row.custodial_history),
		accessConditions: String(row.access_conditions),
		receivedOn: String(row.received_on),
		receivedBy: String(row.received_by),
		sensitivity: String(row.sensitivity),
		withheldNames: JSON.parse(String(row.withheld_names)) as string[],
		hasGiver: row.has_giver === 1,
		revision: row.revision,
	};
}
