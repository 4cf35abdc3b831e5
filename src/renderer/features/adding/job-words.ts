import { dataName } from '#renderer/lib/data-name.ts';
import type { ErrorData } from '#shared/domain/app-error.ts';
import { type ItemOutcome, itemOutcomes, type JobItem, type JobKind, type JobProgress } from '#shared/domain/job.ts';
import { errorMessage, type MessageKey, message } from '#shared/messages/messages.ts';
import { rejectionWords } from '#shared/messages/rejection-words.ts';

/** What the first column of a report is called. */
export const firstColumn = {
	add: 'adding.column.file',
	verify: 'adding.column.file',
	annotations: 'adding.column.annotation',
	recognise: 'adding.column.record',
	edition: 'adding.column.file',
	merge: 'adding.column.record',
	package: 'adding.column.record',
	'reading-copy': 'adding.column.record',
	backup: 'adding.column.file',
	seal: 'adding.column.file',
	'package-import': 'adding.column.file',
	catalogue: 'adding.column.record',
	purge: 'adding.column.erased',
} as const satisfies Record<JobKind, MessageKey>;

/** Why an entry failed or has no text. */
export function reasonOf(kind: JobKind, error: ErrorData): string {
	return kind === 'annotations' ? rejectionWords(error) : errorMessage(error);
}

/** What else is known of an entry, each thing in a few words. */
export function factsOf(item: JobItem): string[] {
	return [
		...(item.editionId ? [message('job.text')] : []),
		...(item.passageCount ? [message('status.passages', { count: item.passageCount })] : []),
		...(item.languages ?? []).map(dataName),
		...(item.confidence ? [message('job.confidence', { confidence: item.confidence })] : []),
		...(item.encoding ? [item.encoding] : []),
		...(item.placement ? [message(`annotations.state.${item.placement}`)] : []),
	];
}

/** "12 added · 2 already held · 1 failed"; '' while nothing is counted. */
export function countsInWords({ counts }: JobProgress): string {
	return itemOutcomes
		.flatMap((outcome) => {
			const count = counts[outcome] ?? 0;
			return count > 0 ? [message(`job.count.${outcome}`, { count })] : [];
		})
		.join(' · ');
}

/** What came of a job, for whoever waited for it: of one file that was made, that it is whole; else the counts, else the state. */
export function endInWords(job: JobProgress): string {
	const { kind, state, counts } = job;
	const isMade = kind === 'package' || kind === 'reading-copy' || kind === 'backup';
	const isWhole = itemOutcomes.every((outcome) => !counts[outcome] || outcome === 'intact' || outcome === 'packed');
	if (isMade && state === 'done' && counts.intact && isWhole) return message(`job.whole.${kind}`);
	return countsInWords(job) || message(`job.state.${state}`);
}

export type OutcomeTone = 'ok' | 'plain' | 'warn' | 'danger';

export function outcomeTone(outcome: ItemOutcome): OutcomeTone {
	switch (outcome) {
		case 'added':
		case 'completed':
		case 'described':
		case 'recognised':
		case 'intact':
		case 'merged-changed':
		case 'packed':
		case 'erased':
			return 'ok';
		case 'already-held':
		case 'left-out':
		case 'cancelled':
		case 'merged-deleted':
			return 'plain';
		case 'no-text':
		case 'unverifiable':
		case 'differs':
		case 'merged-conflict':
		case 'name-found':
		case 'withdrawn':
			return 'warn';
		case 'failed':
		case 'changed':
		case 'missing':
			return 'danger';
	}
}

/** Whether it took in files that a receipt can be given for. */
export function hasReceived({ kind, state, counts }: JobProgress): boolean {
	const received: readonly ItemOutcome[] = ['added', 'completed', 'no-text', 'already-held'];
	return kind === 'add' && state !== 'running' && received.some((outcome) => (counts[outcome] ?? 0) > 0);
}

/** Whether files were refused that a person may take all the same. */
export function hasWithdrawn({ kind, state, counts }: JobProgress): boolean {
	return kind === 'add' && state !== 'running' && (counts.withdrawn ?? 0) > 0;
}

/** Whether running it again could do more than was done. */
export function canRetry({ kind, state, counts }: JobProgress): boolean {
	if (!['add', 'recognise', 'purge'].includes(kind) || state === 'running') return false;
	// What a copy could not be rid of, or a cancelled job never began, is not done by sweeping again.
	if (kind === 'purge') return state === 'interrupted';
	return state !== 'done' || (counts.failed ?? 0) > 0 || (counts.cancelled ?? 0) > 0;
}
