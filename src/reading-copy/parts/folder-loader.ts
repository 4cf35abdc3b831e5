import { partPath, partReceiver } from '#shared/reading-copy/part-file.ts';
import { damagedPart, type PartLoader } from './part-loader.ts';
import { runScriptOf } from './trusted-scripts.ts';

/**
 * Parts in files of their own: scripts that call one global function (`shared/reading-copy/part-file.ts`). Those that the
 * page names are taken as they arrive, all others when they are asked for.
 */
export function createFolderLoader(): PartLoader {
	const arrived = new Map<string, string>();
	const arrivals = new Map<string, () => void>();
	const loading = new Map<string, Promise<string>>();
	const coming = new Map<string, Promise<void>>();
	const ownScripts = new Promise<void>((resolve) => {
		if (document.readyState === 'complete') resolve();
		else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
	});
	Object.defineProperty(globalThis, partReceiver, {
		value(name: unknown, content: unknown) {
			arrived.set(String(name), String(content));
			arrivals.get(String(name))?.();
		},
	});

	function arrivalOf(name: string): Promise<void> {
		return new Promise((resolve) => arrivals.set(name, resolve));
	}
	async function fetchPart(name: string): Promise<string> {
		if (!arrived.has(name)) await (coming.get(name) ?? Promise.race([ownScripts, arrivalOf(name)]));
		if (!arrived.has(name)) await runScriptOf(partPath(name)).catch(() => undefined);
		const content = arrived.get(name);
		arrived.delete(name);
		arrivals.delete(name);
		if (content === undefined) throw damagedPart(name);
		return content;
	}

	return {
		load(name) {
			const running = loading.get(name);
			if (running) return running;
			const started = fetchPart(name).finally(() => loading.delete(name));
			loading.set(name, started);
			return started;
		},
		prefetch(names) {
			for (const name of names) {
				if (arrived.has(name) || loading.has(name) || coming.has(name)) continue;
				const script = runScriptOf(partPath(name)).catch(() => undefined);
				coming.set(
					name,
					script.finally(() => coming.delete(name)),
				);
			}
		},
	};
}
