import type { MessagePortMain } from 'electron';
import { runImportLoop } from '#archive/importers/import-loop.ts';
import type { ImportPortMessage, ImportRequest } from '#archive/importers/import-protocol.ts';
import { guardMemory } from '#archive/importers/memory-guard.ts';

// The desktop's import process: main starts it and hands it the port that leads to the archive process.
process.parentPort.on('message', ({ data, ports: [port] }) => {
	if ((data as ImportPortMessage).type === 'import-port' && port) serve(port);
});

function serve(port: MessagePortMain): void {
	guardMemory();
	runImportLoop({
		// The port tells nobody when a message has left; a turn of the event loop lets it go.
		send: (report) => {
			port.postMessage(report);
			return new Promise((resolve) => setImmediate(resolve));
		},
		onMessage: (listener) => {
			port.on('message', ({ data }) => listener(data as ImportRequest));
			port.start();
		},
	});
	port.on('close', () => process.exit(0));
}
