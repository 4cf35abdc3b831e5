import { resolve } from 'node:path';
import { openDataFolder } from '#archive/device/data-folder.ts';
import { installationUnderNode } from '#archive/device/installation.ts';
import { speakAsStarted } from '#archive/device/spoken-language.ts';
import { parseLaunchArguments } from '#shared/api/launch-arguments.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { serveUntilStopped } from './serve.ts';

// The browser edition, as `npm start -- --browser` starts it: `node out/main/serve.cjs [ARCHIVE] [--add FILE…] [--data DIR]`.
void main().then((exitCode) => {
	process.exitCode = exitCode;
});

async function main(): Promise<number> {
	await speakAsStarted();
	const { archivePath, filesToAdd, dataFolder, isField, unknown } = parseLaunchArguments(process.argv.slice(2));
	if (unknown[0]) return fail(message('serve.unknownOption', { option: unknown[0] }));
	try {
		return await serveUntilStopped({
			installation: installationUnderNode(resolve(import.meta.dirname, '../..')),
			dataFolder: openDataFolder(dataFolder, isField),
			archivePath: archivePath && resolve(archivePath),
			filesToAdd: filesToAdd.map((file) => resolve(file)),
			say: (text) => process.stdout.write(`${text}\n`),
		});
	} catch (error) {
		return fail(errorMessage(toErrorData(error)));
	}
}

function fail(sentence: string): number {
	process.stderr.write(`${sentence}\n`);
	return 2;
}
