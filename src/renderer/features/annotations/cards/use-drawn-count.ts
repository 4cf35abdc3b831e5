import { useEffect, useState } from 'react';

const first = 40;
const step = 60;

/**
 * How many of a long list to draw: a screen or two at once, the rest in idle moments. `atLeast` is drawn without delay,
 * for what has to be there now.
 */
export function useDrawnCount(total: number, atLeast: number): number {
	const [count, setCount] = useState(first);
	useEffect(() => {
		if (count >= total) return;
		const request = requestIdleCallback(() => setCount(count + step), { timeout: 500 });
		return () => cancelIdleCallback(request);
	}, [count, total]);
	return Math.min(total, Math.max(count, atLeast));
}
