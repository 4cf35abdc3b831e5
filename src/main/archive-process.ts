import type { MessagePortMain } from 'electron';
import { openDataFolder } from '#archive/device/data-folder.ts';
import { createHost } from '#archive/host.ts';
import type { Channel } from '#shared/api/envelope.ts';
import type { ArchiveProcessOptions, FromArchiveProcess, ToArchiveProcess } from './archive-messages.ts';
import { createRemoteImportProcesses } from './remote-import-process.ts';

// The desktop's archive process: holds the open archive and answers the window's ports. Main starts and ends it.
const options = JSON.parse(process.argv.at(-1) ?? '') as ArchiveProcessOptions;
const tellMain = (message: FromArchiveProcess) => process.parentPort.postMessage(message);
const imports = createRemoteImportProcesses(tellMain);
const host = createHost({
	dataFolder: openDataFolder(options.dataFolder, options.isField),
	archivePath: options.archivePath,
	resourcesFolder: options.resourcesFolder,
	runtime: options.runtime,
	canUsePaths: true,
	startImportProcess: imports.start,
	onLocked: (path) => tellMain({ type: 'locked', path }),
	onProblem: (error) => process.stderr.write(`${String(error)}\n`),
});

process.parentPort.on('message', ({ data, ports: [port] }) => {
	const message = data as ToArchiveProcess;
	if (imports.handle(message, port)) return;
	if (message.type === 'connect' && port) host.serve(portChannel(port));
	else if (message.type === 'open') void host.open(message.path).then((error) => tellMain({ type: 'opened', error }));
	else if (message.type === 'close') void host.close().then(leave, fail);
});

function leave(): void {
	process.exit(0);
}

function fail(error: unknown): void {
	process.stderr.write(`${String(error)}\n`);
	process.exit(1);
}

function portChannel(port: MessagePortMain): Channel {
	port.start();
	return {
		send: (message) => port.postMessage(message),
		onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
		onClose: (listener) => port.on('close', listener),
	};
}
