/** What one turn may take in a browser that does not tell, as Safari. */
const turnMs = 12;

/**
 * Calls back once the page has nothing else to do, at the latest after `withinMs`. Gives what calls it off.
 *
 * @param run asks `leftMs` how much longer it may take
 */
export function whenIdle(run: (leftMs: () => number) => void, withinMs?: number): () => void {
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(() => {
			const endMs = performance.now() + turnMs;
			run(() => endMs - performance.now());
		}, turnMs);
		return () => clearTimeout(timer);
	}
	const request = requestIdleCallback(
		(deadline) => run(() => deadline.timeRemaining()),
		withinMs === undefined ? undefined : { timeout: withinMs },
	);
	return () => cancelIdleCallback(request);
}
