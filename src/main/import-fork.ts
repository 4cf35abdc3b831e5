import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';

const memoryLimitMb = 512;

/** Starts an import process; `port` leads to it. Only main can, and only once the app is ready. */
export function forkImport(entry: string): { fork: UtilityProcess; port: MessagePortMain } {
	const fork = utilityProcess.fork(entry, [], {
		serviceName: 'lectern-import',
		// A process that runs out of memory prints pages of addresses; the report of the import says it in a sentence.
		stdio: 'ignore',
		// Subtle: a utility process takes V8's options in Chromium's form only. With the plain one, or in NODE_OPTIONS,
		// or set at run time, its heap grew past 900 MB (Electron 33.2.1); with this one it ended at 526 MB.
		execArgv: [`--js-flags=--max-old-space-size=${memoryLimitMb}`],
	});
	const { port1, port2 } = new MessageChannelMain();
	fork.postMessage({ type: 'import-port' }, [port2]);
	return { fork, port: port1 };
}
