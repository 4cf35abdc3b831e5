import { useEffect, useRef, useState } from 'react';
import { showError } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { SweepReport } from '#shared/domain/package.ts';

/** How what is chosen now is swept. */
export interface Sweeper {
	sweep(id: JobId): Promise<SweepReport>;
	stopSweep(argument: { id: JobId }): Promise<void>;
}

export interface Sweep {
	isRunning: boolean;
	/** Null until names were looked for in what is chosen now. */
	report: SweepReport | null;
	/**
	 * Looks for so many withheld names, unless that was done. Gives what the export is to be given along; null when there is
	 * something for the person to decide first, or the sweep was stopped or could not be done, which is told then.
	 */
	settle(nameCount: number): Promise<{ accepted?: string } | null>;
	stop(): void;
	forget(): void;
}

/** Looks for withheld names in what is to be handed on before it is written; stops when nobody waits for it any more. */
export function useSweep({ sweep, stopSweep }: Sweeper): Sweep {
	const [report, setReport] = useState<SweepReport | null>(null);
	const [runningId, setRunningId] = useState<JobId | null>(null);
	const running = useRef<JobId | null>(null);

	function stop(): void {
		const id = running.current;
		running.current = null;
		setRunningId(null);
		if (id) stopSweep({ id }).catch(showError);
	}
	// biome-ignore lint/correctness/useExhaustiveDependencies: only when the dialog closes
	useEffect(() => stop, []);

	async function run(): Promise<SweepReport | null> {
		const id = newId<JobId>();
		running.current = id;
		setRunningId(id);
		try {
			const found = await sweep(id);
			if (running.current !== id) return null;
			setReport(found);
			return found;
		} catch (error) {
			if (!(error instanceof AppError && error.code === 'cancelled')) showError(error);
			return null;
		} finally {
			if (running.current === id) {
				running.current = null;
				setRunningId(null);
			}
		}
	}
	return {
		isRunning: runningId !== null,
		report,
		async settle(nameCount) {
			if (report) return { accepted: report.digest };
			if (nameCount === 0) return {};
			const found = await run();
			// What it found is shown now.
			return found?.total === 0 ? { accepted: found.digest } : null;
		},
		stop,
		forget() {
			stop();
			setReport(null);
		},
	};
}
