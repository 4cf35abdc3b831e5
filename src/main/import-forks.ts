import { MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron';
import type { FromArchiveProcess } from './archive-messages.ts';

const memoryLimitMb = 512;

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
		const fork = utilityProcess.fork(entry, [], {
			serviceName: 'lectern-import',
			// A process that runs out of memory prints pages of addresses; the report of the import says it in a sentence.
			stdio: 'ignore',
			// Subtle: a utility process takes V8's options in Chromium's form only. With the plain one, or in NODE_OPTIONS,
			// or set at run time, its heap grew past 900 MB (Electron 33.2.1); with this one it ended at 526 MB.
			execArgv: [`--js-flags=--max-old-space-size=${memoryLimitMb}`],
		});
		const { port1, port2 } = new MessageChannelMain();
		forks.set(importId, fork);
		fork.once('exit', () => {
			forks.delete(importId);
			archiveProcess.postMessage({ type: 'import-ended', importId });
		});
		fork.postMessage({ type: 'import-port' }, [port2]);
		archiveProcess.postMessage({ type: 'import-started', importId }, [port1]);
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
