import type { PortPurpose } from '#shared/api/bridge.ts';
import type { ErrorData } from '#shared/domain/app-error.ts';

/** How the archive process is started: its one argument, as JSON. */
export interface ArchiveProcessOptions {
	dataFolder: string;
	isField: boolean;
	archivePath: string | null;
	resourcesFolder: string;
	runtime: string;
	/** Where the process keeps its compiled scripts. */
	compiledFolder: string;
}

/** What main tells the archive process. */
export type ToArchiveProcess =
	/** With one port: a client of the contract. */
	| { type: 'connect'; purpose: PortPurpose }
	/** A second instance was started with this archive. */
	| { type: 'open'; path: string }
	/** Checkpoint, close and exit. */
	| { type: 'close' }
	/** With one port, whose other end the new import process has. */
	| { type: 'import-started'; importId: number }
	| { type: 'import-ended'; importId: number };

/** What the archive process tells main. */
export type FromArchiveProcess =
	| { type: 'opened'; error: ErrorData | null }
	/** The archive is closed and waits for its passphrase: this process is to end, and another to wait in its place. */
	| { type: 'locked'; path: string }
	/** Only main can fork: it answers with `import-started`. */
	| { type: 'start-import'; importId: number }
	| { type: 'kill-import'; importId: number };
