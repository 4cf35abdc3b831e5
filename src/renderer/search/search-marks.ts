import { afterPaint } from '#renderer/lib/after-paint.ts';

/**
 * Marks of the way from a key press to painted results, for the benchmark: `search:key` carries the time of the input
 * event itself, `search:painted` the first moment after a frame with the results of the newest query.
 */
export function markKey(event: Event): void {
	performance.mark('search:key', { startTime: event.timeStamp });
}

/** Call it when the results have been put into the document. */
export function markPainted(text: string): void {
	afterPaint(() => performance.mark('search:painted', { detail: { text } }));
}
