import type { ImportProcess, ImportReport } from '#archive/importers/import-protocol.ts';
import { forkImport } from './import-fork.ts';

/** An import process for an archive that is open in this very process, as the command line has it. */
export function startOwnImportProcess(entry: string): ImportProcess {
	const { fork, port } = forkImport(entry);
	port.start();
	return {
		send: (request) => port.postMessage(request),
		onMessage: (listener) => {
			port.on('message', ({ data }) => listener(data as ImportReport));
		},
		onExit: (listener) => {
			fork.once('exit', () => listener());
		},
		kill: () => {
			fork.kill();
		},
	};
}
