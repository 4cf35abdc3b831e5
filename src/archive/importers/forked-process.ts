import { fork } from 'node:child_process';
import type { ImportProcess, ImportReport } from './import-protocol.ts';

/** Heap of an import process. What a document needs beyond it kills the process, not the archive. */
export const importHeapMegabytes = 512;

/** Starts the import process under plain Node: for the command line and for serve. `entry` is the built file's path. */
export function forkImportProcess(entry: string): ImportProcess {
	const child = fork(entry, [], {
		serialization: 'advanced',
		execArgv: [`--max-old-space-size=${importHeapMegabytes}`],
		// A process that runs out of memory prints pages of addresses; the report of the import says it in a sentence.
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
	});
	const kill = () => {
		child.kill('SIGKILL');
	};
	// A child that hangs would outlive this process.
	process.once('exit', kill);
	return {
		send: (request) => {
			// A failure to send is the end of the process, which `exit` or `error` reports.
			child.send(request, () => undefined);
		},
		onMessage: (listener) => {
			child.on('message', (message) => listener(message as ImportReport));
		},
		onExit: (listener) => {
			let isGone = false;
			const leave = () => {
				if (isGone) return;
				isGone = true;
				process.off('exit', kill);
				listener();
			};
			child.once('exit', leave);
			child.once('error', leave);
		},
		kill,
	};
}
