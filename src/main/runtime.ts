import manifest from '#package' with { type: 'json' };
import type { DesktopBridge } from '#shared/api/bridge.ts';

export type Runtime = DesktopBridge['runtime'];

/**
 * Which Electron this is. It is a development runtime when the start script says so, or when it is not the version that
 * the project declares; the window and the about text then say it.
 */
export function describeRuntime(): Runtime {
	const version = process.versions.electron ?? '';
	return {
		version: `electron ${version}`,
		// As it was when this was built: the manifest of a packaged app no longer says it.
		isDevelopment: process.env.LECTERN_RUNTIME === 'development' || manifest.devDependencies.electron !== version,
	};
}
