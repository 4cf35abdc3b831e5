/** What one turn may take where nobody tells: in Safari, and on a page that is never idle. */
const turnMs = 12;

/**
 * Calls back once the page has nothing else to do, at the latest after `withinMs`. Gives what calls it off.
 *
 * @param run asks `leftMs` how much longer it may take
 */
export function whenIdle(run: (leftMs: () => number) => void, withinMs?: number): () => void {
	const runTurn = () => {
		const endMs = performance.now() + turnMs;
		run(() => endMs - performance.now());
	};
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(runTurn, turnMs);
		return () => clearTimeout(timer);
	}
	const request = requestIdleCallback(
		(deadline) => (deadline.didTimeout ? runTurn() : run(() => deadline.timeRemaining())),
		withinMs === undefined ? undefined : { timeout: withinMs },
	);
	return () => cancelIdleCallback(request);
}
