import type { JobId } from '#shared/domain/ids.ts';
import type { JobItem, JobProgress } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { runJob } from '../../job.ts';
import type { Output } from '../../output.ts';
import type { Session } from '../../session.ts';
import { withoutControls } from '../../text-width.ts';

/**
 * Runs the job of an export. Null where nothing was written, when that is said: also where withheld names were found, each
 * with its place, and how they are let go.
 */
export async function runExport(
	session: Session,
	id: JobId,
	start: () => Promise<JobId>,
	output: Output,
	onItem: (item: JobItem) => void = () => undefined,
): Promise<JobProgress | null> {
	const job = await runJob(session, id, {
		start,
		onItem(item) {
			output.json(item);
			onItem(item);
			if (item.outcome === 'name-found') output.line(withoutControls(item.name));
		},
	});
	if (!job.error && job.state === 'done') return job;
	const error = job.error ?? { code: 'cancelled', detail: {} };
	output.error(error);
	const { digest } = error.detail;
	if (error.code === 'withheld-names' && digest) output.note(message('cli.package.accept', { digest }));
	return null;
}
