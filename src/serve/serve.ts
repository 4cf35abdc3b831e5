import { basename, join } from 'node:path';
import type { DataFolder } from '#archive/device/data-folder.ts';
import type { Installation } from '#archive/device/installation.ts';
import { openStaging } from '#archive/device/staging.ts';
import { createHost } from '#archive/host.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { type RunningServer, startServer } from './server.ts';

export interface ServeOptions {
	installation: Installation;
	dataFolder: DataFolder;
	archivePath: string | null;
	/** Of that archive; without it the browser asks. */
	passphrase?: string | undefined;
	filesToAdd: readonly string[];
	/** Lines for the person at the terminal. */
	say(text: string): void;
	/** The link and origin, for programs that start this one. */
	onStarted?(server: RunningServer): void;
}

/** Serves the app to a browser until SIGINT or SIGTERM, then closes the archive; gives the exit status. */
export async function serveUntilStopped(options: ServeOptions): Promise<number> {
	const { installation, dataFolder, say } = options;
	const sayProblem = (error: unknown) => say(errorMessage(toErrorData(error)));
	const stopped = whenStopped();
	const staging = openStaging(dataFolder.stagingFolder, () => host.isSecret());
	const host = createHost({
		dataFolder,
		staging,
		archivePath: options.archivePath,
		passphrase: options.passphrase,
		filesToAdd: options.filesToAdd,
		resourcesFolder: join(installation.folder, 'resources'),
		runtime: installation.runtime,
		canUsePaths: false,
		startImportProcess: installation.startImportProcess,
		onProblem: sayProblem,
	});
	const opened = await host.whenOpen();
	const server = await startServer({
		rendererFolder: join(installation.folder, 'out/renderer'),
		staging,
		original: (sha256) => host.original(sha256),
		onClient: (channel) => host.serve(channel),
		onNewLink: (link) => say(message('serve.newLink', { link })),
		onError: sayProblem,
	});
	say(opened.ok ? message('serve.started', { archive: basename(opened.status.path) }) : errorMessage(opened.error));
	say(message('serve.link', { link: server.link }));
	say(message('serve.stop'));
	options.onStarted?.(server);
	await stopped;
	say(message('serve.stopping'));
	await server.close();
	await host.close();
	return 0;
}

function whenStopped(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
	});
}
