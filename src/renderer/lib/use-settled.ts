import { useEffect, useState } from 'react';

/** So long a pause of one who types. */
const pauseMillis = 200;

/** The value, once it has stayed for a moment: what is asked of a whole report is not asked with every letter. */
export function useSettled<T>(value: T): T {
	const [settled, setSettled] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setSettled(value), pauseMillis);
		return () => clearTimeout(timer);
	}, [value]);
	return settled;
}
