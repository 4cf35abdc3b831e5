import { resolve } from 'node:path';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { runJob } from '../../job.ts';
import { type KeyFiles, readOpener } from '../../key-files.ts';
import type { Output } from '../../output.ts';
import type { Session } from '../../session.ts';
import { withoutControls } from '../../text-width.ts';

const mergedOutcomes = ['merged-changed', 'merged-deleted', 'merged-conflict'] as const;

/** Brings in a package; each record's, file's and annotation's line says what became of it. */
export async function importPackage(session: Session, path: string, keys: KeyFiles, output: Output): Promise<number> {
	const id = newId<JobId>();
	const opener = await readOpener(keys, session.takeSpare);
	const { packageImport } = await session.archive.services.onDemand();
	const job = await runJob(session, id, {
		start: () => packageImport.import(id, resolve(path), opener),
		onItem(item) {
			output.json(item);
			output.line(`${message(`cli.outcome.${item.outcome}`)}  ${withoutControls(item.name)}`);
			if (item.error) output.note(errorMessage(item.error));
		},
	});
	const { added = 0, completed = 0, failed = 0, cancelled = 0 } = job.counts;
	const { 'already-held': known = 0, 'no-text': noText = 0 } = job.counts;
	const changed = mergedOutcomes.reduce((sum, outcome) => sum + (job.counts[outcome] ?? 0), 0);
	if (job.error) {
		output.error(job.error);
		return 2;
	}
	output.note(
		message('cli.package.imported', { added: added + completed + noText, changed, known, failed, cancelled }),
	);
	return failed + cancelled > 0 || job.state !== 'done' ? 1 : 0;
}
