import { basename, resolve } from 'node:path';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { rejectionWords } from '#shared/messages/rejection-words.ts';
import { runJob } from '../../job.ts';
import type { Output } from '../../output.ts';
import type { Session } from '../../session.ts';
import { withoutControls } from '../../text-width.ts';

/** Brings annotations in; each one's line says what became of it, and below it what of it could not be kept. */
export async function importAnnotations(session: Session, file: string, output: Output): Promise<number> {
	const id = newId<JobId>();
	const { annotationsImport } = await session.archive.services.onDemand();
	const job = await runJob(session, id, {
		start: () => annotationsImport.importFile(id, resolve(file), basename(file)),
		onItem(item) {
			output.json(item);
			for (const line of itemLines(item)) output.line(line);
			if (item.outcome === 'failed' && item.error) output.note(`${item.name}: ${rejectionWords(item.error)}`);
		},
	});
	const { added = 0, differs = 0, failed = 0, cancelled = 0 } = job.counts;
	const known = job.counts['already-held'] ?? 0;
	output.note(message('cli.annotations.imported', { added, known, differs, failed, cancelled }));
	if (job.error) {
		output.error(job.error);
		return 2;
	}
	return differs + failed + cancelled > 0 ? 1 : 0;
}

function itemLines({ name, outcome, placement, losses = [] }: JobItem): string[] {
	const state = placement ? `(${message(`annotations.placement.${placement}`)})` : '';
	return [
		[message(`cli.outcome.${outcome}`), withoutControls(name), state].filter(Boolean).join('  '),
		...losses.map(({ kind, what }) => `    ${withoutControls(message(`annotations.loss.${kind}`, { what }))}`),
	];
}
