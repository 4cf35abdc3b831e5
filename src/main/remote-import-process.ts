import type { MessagePortMain } from 'electron';
import type { ImportProcess, ImportReport, ImportRequest } from '#archive/importers/import-protocol.ts';
import type { FromArchiveProcess, ToArchiveProcess } from './archive-messages.ts';

/** Import processes as the archive process sees them: main forks them and tells of their end. */
export interface RemoteImportProcesses {
	start(): ImportProcess;
	/** Takes what main says about them; false when the message is about something else. */
	handle(message: ToArchiveProcess, port: MessagePortMain | undefined): boolean;
}

interface Remote {
	port: MessagePortMain | null;
	/** Sent before the port had come. */
	waiting: ImportRequest[];
	onReport(report: ImportReport): void;
	onExit(): void;
}

export function createRemoteImportProcesses(tellMain: (message: FromArchiveProcess) => void): RemoteImportProcesses {
	const remotes = new Map<number, Remote>();
	let lastId = 0;

	return {
		start() {
			lastId += 1;
			const importId = lastId;
			const remote: Remote = { port: null, waiting: [], onReport: () => undefined, onExit: () => undefined };
			remotes.set(importId, remote);
			tellMain({ type: 'start-import', importId });
			return {
				send(request) {
					if (remote.port) remote.port.postMessage(request);
					else remote.waiting.push(request);
				},
				onMessage(listener) {
					remote.onReport = listener;
				},
				onExit(listener) {
					remote.onExit = listener;
				},
				kill: () => tellMain({ type: 'kill-import', importId }),
			};
		},
		handle(message, port) {
			if (message.type === 'import-started' && port) {
				const remote = remotes.get(message.importId);
				if (remote) join(remote, port);
				return true;
			}
			if (message.type !== 'import-ended') return false;
			remotes.get(message.importId)?.onExit();
			remotes.delete(message.importId);
			return true;
		},
	};
}

function join(remote: Remote, port: MessagePortMain): void {
	remote.port = port;
	port.on('message', ({ data }) => remote.onReport(data as ImportReport));
	port.start();
	for (const request of remote.waiting) port.postMessage(request);
	remote.waiting = [];
}
