import { useEffect, useRef, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { showError } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { PackageChoice, SweepReport } from '#shared/domain/package.ts';

export interface Sweep {
	isRunning: boolean;
	/** Null until names were looked for in what is chosen now. */
	report: SweepReport | null;
	/** Null when it was stopped, or could not be done; that is told then. */
	run(choice: PackageChoice): Promise<SweepReport | null>;
	stop(): void;
	forget(): void;
}

/** Looks for withheld names in a package before it is written; stops when nobody waits for it any more. */
export function useSweep(): Sweep {
	const [report, setReport] = useState<SweepReport | null>(null);
	const [runningId, setRunningId] = useState<JobId | null>(null);
	const running = useRef<JobId | null>(null);

	function stop(): void {
		const id = running.current;
		running.current = null;
		setRunningId(null);
		if (id) archive.calls.packages.stopSweep({ id }).catch(showError);
	}
	// biome-ignore lint/correctness/useExhaustiveDependencies: only when the dialog closes
	useEffect(() => stop, []);

	async function run(choice: PackageChoice): Promise<SweepReport | null> {
		const id = newId<JobId>();
		running.current = id;
		setRunningId(id);
		try {
			const found = await archive.calls.packages.sweep({ id, choice });
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
		run,
		stop,
		forget() {
			stop();
			setReport(null);
		},
	};
}
