import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { SweepReport } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';

/** So many places of withheld names stand in the report of an export that was refused. */
const mostReported = 200;

/**
 * Nothing is let out behind a person's back: what they did not see and let go ends the job with `withheld-names`, place by
 * place.
 *
 * @param accepted digest of the sweep whose places they let go
 */
export function refuseNames(
	run: JobRun,
	database: ArchiveDatabase,
	{ total, found, digest }: SweepReport,
	accepted: string | undefined,
): void {
	if (total === 0 || digest === accepted) return;
	run.report(
		database,
		found.slice(0, mostReported).map(({ name, path, words, recordId }) => ({
			name: message('package.sweep.place', { name, path, words }),
			outcome: 'name-found',
			...(recordId && { recordId }),
		})),
	);
	throw new AppError('withheld-names', { count: total, digest });
}
