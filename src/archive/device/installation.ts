import { join } from 'node:path';
import { forkImportProcess } from '#archive/importers/forked-process.ts';
import type { StartImportProcess } from '#archive/importers/import-protocol.ts';

/** Lectern as it stands on this machine, for the programs that have no window. */
export interface Installation {
	/** Where `out/` and `resources/` lie. */
	folder: string;
	/** What the program runs on, as people are told: `node 24.21.0`. */
	runtime: string;
	/** Where a person's things are kept when no `--data` says otherwise. Null: the system's own place. */
	dataFolder: string | null;
	startImportProcess: StartImportProcess;
}

/** As it stands where Node runs it. */
export function installationUnderNode(folder: string): Installation {
	return {
		folder,
		runtime: `node ${process.versions.node}`,
		dataFolder: null,
		startImportProcess: () => forkImportProcess(join(folder, 'out/main/cli-import-process.cjs')),
	};
}
