import { runImportLoop } from '#archive/importers/import-loop.ts';
import type { ImportRequest } from '#archive/importers/import-protocol.ts';
import { guardMemory } from '#archive/importers/memory-guard.ts';

// The import process of the command line and of serve, started by forkImportProcess.
guardMemory();
runImportLoop({
	send: (report) =>
		new Promise((resolve) => {
			process.send?.(report, undefined, {}, () => resolve());
		}),
	onMessage: (listener) => {
		process.on('message', (message) => listener(message as ImportRequest));
	},
});
process.on('disconnect', () => process.exit(0));
