import { resolve } from 'node:path';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { runJob } from '../job.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

interface AddOptions {
	files: readonly string[];
	keepZip?: boolean;
	/** What was withdrawn comes back. */
	takeWithdrawn?: boolean;
}

/** Adds files and folders; each file's line is written when it is on disk. Ctrl+C stops at the next document. */
export async function addFiles(
	session: Session,
	{ files, keepZip = false, takeWithdrawn = false }: AddOptions,
	output: Output,
): Promise<number> {
	const id = newId<JobId>();
	const paths = files.map((file) => ({ path: resolve(file) }));
	const job = await runJob(session, id, {
		start: () => session.archive.services.adding.add(id, { paths, keepsZip: keepZip, takesWithdrawn: takeWithdrawn }),
		onItem(item) {
			output.json(item);
			output.line(itemLine(item));
			if (item.error) output.note(errorMessage(item.error));
			if (item.note) output.note(`${withoutControls(item.name)}: ${item.note}`);
		},
	});
	const { added = 0, completed = 0, failed = 0, cancelled = 0, withdrawn = 0 } = job.counts;
	const alreadyHeld = job.counts['already-held'] ?? 0;
	const noText = job.counts['no-text'] ?? 0;
	const leftOut = job.counts['left-out'] ?? 0;
	output.note(
		message('cli.add.summary', { added: added + completed + noText, alreadyHeld, failed, cancelled, leftOut }),
	);
	if (job.error) {
		output.note(message('cli.add.unreached', { count: job.total - job.done }));
		output.error(job.error);
		return 2;
	}
	// Whoever opens the archive next need not wait for it.
	if (cancelled === 0) await session.archive.services.segments.pack();
	return failed + cancelled + withdrawn > 0 ? 1 : 0;
}

function itemLine({ name, outcome, passageCount, encoding }: JobItem): string {
	const about = passageCount ? message('cli.add.text', { passages: passageCount, encoding: encoding ?? 'none' }) : '';
	return [message(`cli.outcome.${outcome}`), withoutControls(name), about].filter(Boolean).join('  ');
}
