import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { PortPurpose } from '#shared/api/bridge.ts';
import type { ErrorData } from '#shared/domain/app-error.ts';
import type { ArchiveProcessOptions, FromArchiveProcess, ToArchiveProcess } from './archive-messages.ts';
import { createImportForks } from './import-forks.ts';

const mostRestarts = 3;
/** A checkpoint of a large archive on a slow stick takes its time; one that takes longer than this has hung. */
const longestCloseMillis = 120_000;

export interface SupervisorOptions {
	archiveEntry: string;
	importEntry: string;
	process: ArchiveProcessOptions;
	/** The archive process ended by itself once more than it is restarted. */
	onGivenUp(exitCode: number): void;
	/** A second instance's archive was opened, or could not be. */
	onOpened(error: ErrorData | null): void;
}

export interface ArchiveSupervisor {
	/** A port to the archive process for a client of the contract. */
	connect(purpose: PortPurpose): MessagePortMain;
	open(path: string): void;
	/** Resolves when the archive is one file again and its process has ended. */
	close(): Promise<void>;
}

/** Keeps one archive process running: starts it, restarts it up to three times, and ends it in order. */
export function superviseArchive(options: SupervisorOptions): ArchiveSupervisor {
	let restarts = 0;
	let isClosing = false;
	let running: UtilityProcess | null = start();

	function start(): UtilityProcess {
		const child = utilityProcess.fork(options.archiveEntry, [JSON.stringify(options.process)], {
			serviceName: 'lectern-archive',
			stdio: 'inherit',
		});
		const forks = createImportForks(child, options.importEntry);
		child.on('message', (message: FromArchiveProcess) => {
			if (message.type === 'opened') options.onOpened(message.error);
			else forks.handle(message);
		});
		child.once('exit', (exitCode) => {
			forks.killAll();
			restart(exitCode);
		});
		return child;
	}

	function restart(exitCode: number): void {
		running = null;
		if (isClosing) return;
		restarts += 1;
		if (restarts <= mostRestarts) running = start();
		else options.onGivenUp(exitCode);
	}

	function post(message: ToArchiveProcess, ports: MessagePortMain[] = []): void {
		running?.postMessage(message, ports);
	}

	return {
		connect(purpose) {
			const { port1, port2 } = new MessageChannelMain();
			post({ type: 'connect', purpose }, [port1]);
			return port2;
		},
		open: (path) => post({ type: 'open', path }),
		close() {
			isClosing = true;
			const child = running;
			if (!child) return Promise.resolve();
			return new Promise((resolve) => {
				const hung = setTimeout(() => child.kill(), longestCloseMillis);
				child.once('exit', () => {
					clearTimeout(hung);
					resolve();
				});
				post({ type: 'close' });
			});
		},
	};
}
