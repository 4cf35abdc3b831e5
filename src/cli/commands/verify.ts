import type { JobItem } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { runJob } from '../job.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';
import { checkLines } from './log/verify.ts';

/** Reads back every original, compares digests, and recomputes the custody log; names what is not as it was received. */
export async function verifyArchive(session: Session, output: Output): Promise<number> {
	const job = await runJob(session, null, {
		start: () => session.calls.originals.verify({}),
		onItem(item) {
			output.json(item);
			if (item.outcome !== 'intact') output.line(itemLine(item));
		},
	});
	const custody = await session.archive.services.custody.check();
	output.json({ custody });
	const { intact = 0, changed = 0, missing = 0, unverifiable = 0, cancelled = 0 } = job.counts;
	output.line(message('cli.verify.originals', { intact, changed, missing, unverifiable, cancelled }));
	for (const line of checkLines(custody)) output.line(line);
	if (job.error) {
		output.error(job.error);
		return 2;
	}
	return changed + missing + unverifiable + cancelled > 0 || custody.firstBad || job.state !== 'done' ? 1 : 0;
}

function itemLine({ name, outcome, sha256 }: JobItem): string {
	return `${message(`cli.outcome.${outcome}`)}  ${withoutControls(name)}  ${sha256 ?? ''}`.trimEnd();
}
