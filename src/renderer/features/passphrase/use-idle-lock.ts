import { useEffect } from 'react';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import type { JobProgress } from '#shared/domain/job.ts';
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

/** Locks an archive with a passphrase when nobody has used the window for a while and no job runs, which it would break off. */
export function useIdleLock(): void {
	const [minutes] = useLockAfter();
	const hasPassphrase = useArchiveStatus()?.hasPassphrase ?? false;
	useEffect(() => {
		if (!hasPassphrase || minutes === 0) return;
		const idleMs = minutes * 60_000;
		let lastUse = performance.now();
		let timer = setTimeout(check, idleMs);
		const noteUse = () => {
			lastUse = performance.now();
		};
		function check(): void {
			const restMs = isBusy() ? idleMs : lastUse + idleMs - performance.now();
			if (restMs <= 0) void lockArchive();
			timer = setTimeout(check, restMs > 0 ? restMs : idleMs);
		}
		for (const sign of signsOfUse) window.addEventListener(sign, noteUse, { passive: true, capture: true });
		return () => {
			clearTimeout(timer);
			for (const sign of signsOfUse) window.removeEventListener(sign, noteUse, { capture: true });
		};
	}, [hasPassphrase, minutes]);
}

function isBusy(): boolean {
	const jobs = queryClient.getQueryData<JobProgress[]>(queries.jobs.list().queryKey);
	return jobs?.some(({ state }) => state === 'running') ?? false;
}
