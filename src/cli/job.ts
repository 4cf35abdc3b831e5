import type { JobId } from '#shared/domain/ids.ts';
import type { JobItem, JobProgress } from '#shared/domain/job.ts';
import type { Session } from './session.ts';

/** Runs a job to its end; Ctrl+C cancels it at the next document boundary instead of ending the program. */
export async function runJob(
	session: Session,
	id: JobId | null,
	{ start, onItem }: { start(): JobId | Promise<JobId>; onItem(item: JobItem): void },
): Promise<JobProgress> {
	let running = id;
	const stopListening = session.onItem((jobId, item) => {
		if (running === null || jobId === running) onItem(item);
	});
	const cancel = () => {
		if (running) void session.calls.jobs.cancel({ id: running });
	};
	process.on('SIGINT', cancel);
	process.on('SIGTERM', cancel);
	try {
		running = await start();
		await session.archive.services.jobs.whenEnded(running);
		return await session.calls.jobs.get({ id: running });
	} finally {
		process.off('SIGINT', cancel);
		process.off('SIGTERM', cancel);
		stopListening();
	}
}
