import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DesktopBridge } from '#shared/api/bridge.ts';

export type Runtime = DesktopBridge['runtime'];

/**
 * Which Electron this is. It is a development runtime when the start script says so, or when it is not the version that
 * the project declares; the window and the about text then say it.
 */
export function describeRuntime(appFolder: string): Runtime {
	const version = process.versions.electron ?? '';
	const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as {
		devDependencies?: { electron?: string };
	};
	const declared = manifest.devDependencies?.electron;
	return {
		version: `electron ${version}`,
		isDevelopment: process.env.LECTERN_RUNTIME === 'development' || (declared !== undefined && declared !== version),
	};
}
