import { AppError } from '#shared/domain/app-error.ts';
import { partPath, partReceiver } from '#shared/reading-copy/part-file.ts';
import { runScript } from './trusted-scripts.ts';

export interface PartLoader {
	/**
	 * The content of a part, each time as its file has it now: nothing is kept here. Rejects with damaged-copy when the
	 * file is missing or does not hand over what its name says.
	 */
	load(name: string): Promise<string>;
	/** Has the files of these parts read for whoever asks for them next; one that is not there is told of then. */
	prefetch(names: Iterable<string>): void;
}

/**
 * Parts come as scripts that call one global function (`shared/reading-copy/part-file.ts`). Those that the page names are
 * taken as they arrive, all others when they are asked for.
 *
 * @param onPart called with each part that was asked for, before whoever asked has it
 */
export function createPartLoader(onPart: (name: string, content: string) => void): PartLoader {
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
		if (!arrived.has(name)) await runScript(partPath(name)).catch(() => undefined);
		const content = arrived.get(name);
		arrived.delete(name);
		arrivals.delete(name);
		if (content === undefined) throw missing(name);
		onPart(name, content);
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
				const script = runScript(partPath(name)).catch(() => undefined);
				coming.set(
					name,
					script.finally(() => coming.delete(name)),
				);
			}
		},
	};
}

/** Why, the browser tells no page. */
function missing(name: string): AppError {
	return new AppError('damaged-copy', { file: partPath(name) });
}
