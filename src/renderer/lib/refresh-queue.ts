export interface RefreshQueue {
	/** Has the key asked again: at once after a quiet time, together with others during a burst. */
	add(key: readonly unknown[]): void;
}

const longestRestMs = 2000;
/** One's own change sends a few facts, one after another; these are all shown without a rest between. */
const roundsWithoutRest = 3;
/** Facts that come with less between them are one burst: an import commits four times a second. */
const quietMs = 400;

/**
 * Keeps a burst of facts (a thousand files being added) from asking for the same lists a thousand times. Once facts
 * come faster than they can be shown, it rests so many times as long as the last refresh took: with 4, refreshing takes no
 * more than a fifth of the time.
 *
 * @param refresh asks again for everything under the key; settles when that is shown
 */
export function createRefreshQueue(
	refresh: (key: readonly unknown[]) => Promise<unknown>,
	nowMs: () => number,
	restFactor = 4,
): RefreshQueue {
	let waiting = new Map<string, readonly unknown[]>();
	let isBusy = false;
	let round = 0;
	let endedMs = Number.NEGATIVE_INFINITY;

	async function run(): Promise<void> {
		if (nowMs() - endedMs >= quietMs) round = 0;
		while (waiting.size > 0) {
			round += 1;
			const keys = [...waiting.values()];
			waiting = new Map();
			const startedMs = nowMs();
			await Promise.allSettled(keys.map(refresh));
			if (round < roundsWithoutRest) continue;
			const restMs = Math.min(longestRestMs, (nowMs() - startedMs) * restFactor);
			await new Promise((resolve) => setTimeout(resolve, restMs));
		}
		endedMs = nowMs();
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
