import type { Reader, Writer } from '#archive/db/connection.ts';
import type { EditionId, JobId } from '#shared/domain/ids.ts';
import type { ItemOutcome, JobItem, JobKind, JobProgress, JobState } from '#shared/domain/job.ts';

interface JobRow {
	id: JobId;
	kind: JobKind;
	state: JobState;
	total: number;
	startedAt: string;
	endedAt: string | null;
	error: string | null;
}

const jobColumns = 'id, kind, state, total, started_at AS startedAt, ended_at AS endedAt, error';

/** Newest first. */
export function listJobs(reader: Reader): JobProgress[] {
	return reader
		.all<JobRow>(`SELECT ${jobColumns} FROM jobs ORDER BY started_at DESC, id DESC`)
		.map((row) => toProgress(reader, row));
}

export function findJob(reader: Reader, id: JobId): JobProgress | undefined {
	const row = reader.get<JobRow>(`SELECT ${jobColumns} FROM jobs WHERE id = ?`, id);
	return row && toProgress(reader, row);
}

export function getRequest(reader: Reader, id: JobId): string | undefined {
	return reader.get<{ request: string }>('SELECT request FROM jobs WHERE id = ?', id)?.request;
}

export function insertJob(writer: Writer, id: JobId, kind: JobKind, request: string, startedAt: string): void {
	writer.run(
		`INSERT INTO jobs (id, kind, state, request, total, started_at, ended_at) VALUES (?, ?, 'running', ?, 0, ?, NULL)`,
		id,
		kind,
		request,
		startedAt,
	);
}

/**
 * What was asked goes when there is nothing to try again: an archive should not carry paths of the machine it was filled
 * on. What is to be verified names none, and says which reports came by themselves.
 */
export function endJob(writer: Writer, job: JobProgress): void {
	const isSettled = job.kind !== 'verify' && job.state === 'done' && !job.counts.failed && !job.counts.withdrawn;
	writer.run(
		`UPDATE jobs SET state = ?, total = ?, ended_at = ?, error = ?, request = iif(?, '{}', request) WHERE id = ?`,
		job.state,
		job.total,
		job.endedAt,
		job.error && JSON.stringify(job.error),
		isSettled ? 1 : 0,
		job.id,
	);
}

export function hasRunning(reader: Reader): boolean {
	return reader.get(`SELECT 1 FROM jobs WHERE state = 'running'`) !== undefined;
}

/** Jobs that were running when the process ended did not finish; what they did stands. */
export function interruptRunning(writer: Writer, at: string): void {
	writer.run(`UPDATE jobs SET state = 'interrupted', ended_at = ? WHERE state = 'running'`, at);
}

export function insertItem(writer: Writer, jobId: JobId, ordinal: number, item: JobItem): void {
	const { name, outcome, ...detail } = item;
	writer.run(
		'INSERT INTO job_items (job_id, ordinal, name, outcome, detail) VALUES (?, ?, ?, ?, ?)',
		jobId,
		ordinal,
		name,
		outcome,
		JSON.stringify(detail),
	);
}

interface ReportPart {
	id: JobId;
	/** Any of these; undefined: all. */
	outcomes?: readonly ItemOutcome[] | undefined;
	offset: number;
	limit: number;
}

export function listItems(reader: Reader, { id, outcomes, offset, limit }: ReportPart): JobItem[] {
	const passing = outcomes ? 'AND outcome IN (SELECT value FROM json_each(?))' : '';
	return reader
		.all<{ name: string; outcome: ItemOutcome; detail: string }>(
			`SELECT name, outcome, detail FROM job_items WHERE job_id = ? ${passing} ORDER BY ordinal LIMIT ? OFFSET ?`,
			...[id, ...(outcomes ? [JSON.stringify(outcomes)] : []), limit, offset],
		)
		.map(({ name, outcome, detail }) => ({ ...(JSON.parse(detail) as object), name, outcome }));
}

export function listEditionsReadBack(reader: Reader, since: string): { id: EditionId; startedAt: string }[] {
	return reader.all(
		`SELECT json_extract(i.detail, '$.editionId') AS id, max(j.started_at) AS startedAt
		FROM jobs AS j JOIN job_items AS i ON i.job_id = j.id
		WHERE j.kind = 'verify' AND j.started_at >= ? GROUP BY 1 HAVING id IS NOT NULL`,
		since,
	);
}

export function listSoundBackground(reader: Reader, kind: JobKind, endedBefore: string): JobId[] {
	return reader
		.all<{ id: JobId }>(
			`SELECT id FROM jobs AS j WHERE kind = ? AND state = 'done' AND ended_at < ?
			AND json_extract(request, '$.isBackground')
			AND NOT EXISTS (SELECT 1 FROM job_items WHERE job_id = j.id AND outcome <> 'intact')`,
			kind,
			endedBefore,
		)
		.map(({ id }) => id);
}

export function deleteJobs(writer: Writer, ids: readonly JobId[]): void {
	for (const id of ids) {
		writer.run('DELETE FROM job_items WHERE job_id = ?', id);
		writer.run('DELETE FROM jobs WHERE id = ?', id);
	}
}

function toProgress(reader: Reader, row: JobRow): JobProgress {
	const counts = reader.all<{ outcome: ItemOutcome; count: number }>(
		'SELECT outcome, count(*) AS count FROM job_items WHERE job_id = ? GROUP BY outcome',
		row.id,
	);
	return {
		...row,
		error: row.error === null ? null : (JSON.parse(row.error) as JobProgress['error']),
		done: counts.reduce((sum, { count }) => sum + count, 0),
		current: '',
		counts: Object.fromEntries(counts.map(({ outcome, count }) => [outcome, count])),
	};
}
