import { type JobId, newId } from '#shared/domain/ids.ts';
import type { WithdrawalPreview } from '#shared/domain/withdrawal.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { runJob } from '../job.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

export interface PurgeOptions {
	record: string;
	reason: string;
	/** With the records that are parts of it. */
	withParts?: boolean;
	/** Also the last copy where no new one can be taken. */
	allCopies?: boolean;
	/** Without it nothing is done, and it is said what would be. */
	yes?: boolean;
}

/**
 * Withdraws a record for good; the bin is looked through too. Says first what goes and what is out of reach. Status 1 when
 * a copy that holds it is left, or nothing was to be done yet.
 */
export async function purgeRecord(
	session: Session,
	{ record, reason, withParts = false, allCopies = false, yes = false }: PurgeOptions,
	output: Output,
): Promise<number> {
	const { calls } = session;
	const all = [...(await calls.records.list({})), ...(await calls.records.list({ inBin: true }))];
	const chosen = [findRecord(all, record).id];
	const { parts } = await calls.withdrawals.preview({ recordIds: chosen });
	const recordIds = withParts ? [...chosen, ...parts.map(({ id }) => id)] : chosen;
	const preview = await calls.withdrawals.preview({ recordIds });
	output.json({ preview });
	for (const line of previewLines(preview)) output.line(withoutControls(line));
	if (!yes) {
		output.note(message('purge.cli.dry'));
		return 1;
	}
	const id = newId<JobId>();
	const job = await runJob(session, id, {
		start: () => calls.withdrawals.purge({ id, recordIds, reason, takesAll: allCopies }),
		onItem(item) {
			output.json(item);
			output.line(`${message(`cli.outcome.${item.outcome}`)}  ${withoutControls(item.name)}`);
			if (item.error) output.note(errorMessage(item.error));
			if (item.note) output.note(item.note);
		},
	});
	if (job.error) {
		output.error(job.error);
		output.note(message('purge.traces'));
		return 2;
	}
	return job.counts.failed || job.counts['left-out'] ? 1 : 0;
}

function previewLines(preview: WithdrawalPreview): string[] {
	const { records, parts, originals, sharedOriginalCount, copies, closedCopies, exports } = preview;
	const list = (heading: string, entries: readonly string[]) =>
		entries.length > 0 ? [`${heading}:`, ...entries.map((entry) => `  ${entry}`)] : [];
	return [
		...records.map(({ title }) => title),
		message('purge.counts', {
			originals: originals.count,
			size: `${originals.sizeBytes} B`,
			editions: preview.editionCount,
			annotations: preview.annotationCount,
			links: preview.linkCount,
		}),
		...(sharedOriginalCount > 0 ? [message('purge.shared', { count: sharedOriginalCount })] : []),
		...list(
			message('purge.parts', { count: parts.length }),
			parts.map(({ title }) => title),
		),
		...list(message('purge.copies'), copies),
		...(preview.canBeCopied ? [] : [message('purge.last-copy')]),
		...list(message('purge.closed'), closedCopies),
		...list(
			message('purge.exports'),
			exports.map(({ at, file }) => `${at.slice(0, 10)}  ${file}`),
		),
		message('purge.elsewhere'),
	];
}
