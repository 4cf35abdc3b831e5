import { useEffect, useState } from 'react';

/** Calls back once the next frame is prepared to be shown. Gives what calls it off. */
export function afterPaint(callBack: () => void): () => void {
	// A message runs after the frame that was just prepared; a timer would wait longer than that.
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = () => {
		port1.close();
		callBack();
	};
	const frame = requestAnimationFrame(() => port2.postMessage(null));
	return () => {
		cancelAnimationFrame(frame);
		port1.close();
	};
}

/**
 * `value` one frame later, and undefined before the first: for what stands beside the thing that somebody waits for, so
 * that this is painted first.
 */
export function useAfterPaint<T>(value: T): T | undefined {
	const [shown, setShown] = useState<{ value: T }>();
	useEffect(() => afterPaint(() => setShown({ value })), [value]);
	return shown?.value;
}
