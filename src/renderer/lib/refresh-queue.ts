export interface RefreshQueue {
	/** Has the key asked again: at once after a quiet time, together with others during a burst. */
	add(key: readonly unknown[]): void;
}

const restFactor = 4;
const longestRestMs = 2000;

/**
 * Keeps a burst of facts (a thousand files being added) from asking for the same lists a thousand times. Rests four
 * times as long as the last refresh took, so that refreshing never takes more than a fifth of the time.
 *
 * @param refresh asks again for everything under the key; settles when that is shown
 */
export function createRefreshQueue(
	refresh: (key: readonly unknown[]) => Promise<unknown>,
	nowMs: () => number,
): RefreshQueue {
	let waiting = new Map<string, readonly unknown[]>();
	let isBusy = false;

	async function run(): Promise<void> {
		isBusy = true;
		while (waiting.size > 0) {
			const keys = [...waiting.values()];
			waiting = new Map();
			const startedMs = nowMs();
			await Promise.allSettled(keys.map(refresh));
			const restMs = Math.min(longestRestMs, (nowMs() - startedMs) * restFactor);
			await new Promise((resolve) => setTimeout(resolve, restMs));
		}
		isBusy = false;
	}

	return {
		add(key) {
			waiting.set(JSON.stringify(key), key);
			// A turn later, so that the facts of one change go together.
			if (!isBusy) {
				isBusy = true;
				queueMicrotask(() => void run());
			}
		},
	};
}
