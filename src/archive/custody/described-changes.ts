import { createHash } from 'node:crypto';
import type { ChangedRow } from '#archive/db/step.ts';
import type { CustodyDetails } from '#shared/domain/custody.ts';

interface DescribedChange {
	recordId: string;
	detail: CustodyDetails;
}

/** What Lectern itself keeps of a record: the log tells of its cause instead. */
const ownColumns: ReadonlySet<string> = new Set([
	'holding',
	'edition_id',
	'redaction_id',
	'created_at',
	'record_id',
	'salt',
]);

/**
 * Which records were described anew by a step, and in which columns. The words stay out of the log, which is handed on
 * where they may not be; of who gave a record it holds a commitment.
 */
export function describedChanges(rows: readonly ChangedRow[]): DescribedChange[] {
	return rows.flatMap((row) => {
		const columns = row.columns.filter((column) => !ownColumns.has(column));
		if (columns.length === 0) return [];
		if (row.table === 'records' && !row.isNew) return { recordId: row.id, detail: { fields: columns.join(', ') } };
		const recordId = String(row.row.record_id);
		if (row.table === 'descriptions') return { recordId, detail: { fields: columns.join(', ') } };
		if (row.table !== 'givers') return [];
		const { name, salt } = row.row;
		return { recordId, detail: { fields: 'giver', commitment: giverCommitment(String(name), String(salt)) } };
	});
}

/** SHA-256 of salt and name, a line each: shows later that this name was written then, and until then nothing of it. */
export function giverCommitment(name: string, salt: string): string {
	return createHash('sha256').update(`${salt}\n${name}`).digest('hex');
}
