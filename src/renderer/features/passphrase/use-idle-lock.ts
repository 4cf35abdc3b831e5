import { useEffect } from 'react';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import type { JobProgress } from '#shared/domain/job.ts';
import { useChange } from './change-store.ts';
import { lockArchive } from './lock.ts';

/** Minutes without a key or a movement after which the archive is locked; 0 never. */
export const lockAfterChoices = [1, 5, 10, 30, 60, 0] as const;
export type LockAfter = (typeof lockAfterChoices)[number];

const defaultMinutes: LockAfter = 10;

export function useLockAfter(): [LockAfter, (minutes: LockAfter) => void] {
	const [minutes, set] = useProfile<LockAfter>('lock-after-minutes', defaultMinutes);
	return [lockAfterChoices.includes(minutes) ? minutes : defaultMinutes, set];
}

const signsOfUse = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Other windows of the same archive, which would be locked with this one. */
const otherWindows = 'lectern.use';
const tellingPauseMs = 1000;

/**
 * Locks an archive with a passphrase when nobody has used any of its windows here for a while, and nothing is going on that
 * it would break off or take from sight.
 */
export function useIdleLock(): void {
	const [minutes] = useLockAfter();
	const hasPassphrase = useArchiveStatus()?.hasPassphrase ?? false;
	useEffect(() => {
		if (!hasPassphrase || minutes === 0) return;
		const idleMs = minutes * 60_000;
		let lastUse = performance.now();
		let timer = setTimeout(check, idleMs);
		let lastTold = Number.NEGATIVE_INFINITY;
		const others = new BroadcastChannel(otherWindows);
		others.onmessage = () => {
			lastUse = performance.now();
		};
		const noteUse = () => {
			lastUse = performance.now();
			if (lastUse - lastTold < tellingPauseMs) return;
			lastTold = lastUse;
			others.postMessage(null);
		};
		function check(): void {
			const restMs = isBusy() ? idleMs : lastUse + idleMs - performance.now();
			if (restMs <= 0) void lockArchive();
			timer = setTimeout(check, restMs > 0 ? restMs : idleMs);
		}
		for (const sign of signsOfUse) window.addEventListener(sign, noteUse, { passive: true, capture: true });
		return () => {
			clearTimeout(timer);
			others.close();
			for (const sign of signsOfUse) window.removeEventListener(sign, noteUse, { capture: true });
		};
	}, [hasPassphrase, minutes]);
}

/** A job runs, or a change of the passphrase, or the files that it left have not been read of yet. */
function isBusy(): boolean {
	if (useChange.getState().stage !== 'none') return true;
	const jobs = queryClient.getQueryData<JobProgress[]>(queries.jobs.list().queryKey);
	return jobs?.some(({ state }) => state === 'running') ?? false;
}
