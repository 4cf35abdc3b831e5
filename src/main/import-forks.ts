import type { UtilityProcess } from 'electron';
import type { FromArchiveProcess } from './archive-messages.ts';
import { forkImport } from './import-fork.ts';

/**
 * Starts and kills import processes for one archive process, which cannot fork by itself. The two talk over a port of
 * their own; main only hears of beginnings and ends.
 */
export function createImportForks(
	archiveProcess: UtilityProcess,
	entry: string,
): {
	handle(message: FromArchiveProcess): void;
	killAll(): void;
} {
	const forks = new Map<number, UtilityProcess>();

	function start(importId: number): void {
		const { fork, port } = forkImport(entry);
		forks.set(importId, fork);
		fork.once('exit', () => {
			forks.delete(importId);
			archiveProcess.postMessage({ type: 'import-ended', importId });
		});
		archiveProcess.postMessage({ type: 'import-started', importId }, [port]);
	}

	return {
		handle(message) {
			if (message.type === 'start-import') start(message.importId);
			else if (message.type === 'kill-import') forks.get(message.importId)?.kill();
		},
		killAll() {
			for (const fork of forks.values()) fork.kill();
		},
	};
}
