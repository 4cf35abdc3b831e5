import { type ItemOutcome, itemOutcomes, type JobProgress } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';

/** "12 added · 2 already held · 1 failed"; '' while nothing is counted. */
export function countsInWords({ counts }: JobProgress): string {
	return itemOutcomes
		.flatMap((outcome) => {
			const count = counts[outcome] ?? 0;
			return count > 0 ? [message(`job.count.${outcome}`, { count })] : [];
		})
		.join(' · ');
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
