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
	/** Nothing is left in memory of the archive that was open, but in the windows. */
	onLocked(): void;
}

export interface ArchiveSupervisor {
	/** A port to the archive process for a client of the contract. */
	connect(purpose: PortPurpose): MessagePortMain;
	/** Opens another archive for all clients; gives what kept it from opening. */
	open(path: string): Promise<ErrorData | null>;
	/** Resolves when the archive is one file again and its process has ended. */
	close(): Promise<void>;
}

/** Keeps one archive process running: starts it, restarts it up to three times, and ends it in order. */
export function superviseArchive(options: SupervisorOptions): ArchiveSupervisor {
	let restarts = 0;
	let isClosing = false;
	/** The archive that was locked, until its process has ended. */
	let lockedPath: string | null = null;
	/** Those who wait for `opened`, in the order they asked, which is the order of the answers. */
	let opening: ((error: ErrorData | null) => void)[] = [];
	let running: UtilityProcess | null = start(options.process);

	function start(processOptions: ArchiveProcessOptions): UtilityProcess {
		const child = utilityProcess.fork(options.archiveEntry, [JSON.stringify(processOptions)], {
			serviceName: 'lectern-archive',
			stdio: 'inherit',
		});
		const forks = createImportForks(child, options.importEntry);
		child.on('message', (message: FromArchiveProcess) => {
			if (message.type === 'opened') opening.shift()?.(message.error);
			else if (message.type === 'locked') {
				lockedPath = message.path;
				child.kill();
			} else forks.handle(message);
		});
		child.once('exit', (exitCode) => {
			forks.killAll();
			restart(exitCode);
		});
		return child;
	}

	function restart(exitCode: number): void {
		running = null;
		for (const settle of opening) settle({ code: 'connection-lost', detail: {} });
		opening = [];
		if (isClosing) return;
		if (lockedPath !== null) {
			running = start({ ...options.process, archivePath: lockedPath });
			lockedPath = null;
			options.onLocked();
			return;
		}
		restarts += 1;
		// Without a path it opens what was open last, which may be another one than at the beginning; where nothing is
		// remembered, the one of the beginning is the best there is.
		const archivePath = options.process.isField ? options.process.archivePath : null;
		if (restarts <= mostRestarts) running = start({ ...options.process, archivePath });
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
		open: (path) =>
			new Promise((resolve) => {
				opening.push(resolve);
				post({ type: 'open', path });
			}),
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
