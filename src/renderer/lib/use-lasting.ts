import { useEffect, useState } from 'react';

/** Whether something has been so for a while: what is over in a moment is not worth a notice that comes and goes. */
export function useLasting(isSo: boolean, forMs: number): boolean {
	const [hasLasted, setHasLasted] = useState(false);
	useEffect(() => {
		if (!isSo) return;
		const timer = setTimeout(() => setHasLasted(true), forMs);
		return () => {
			clearTimeout(timer);
			setHasLasted(false);
		};
	}, [isSo, forMs]);
	return isSo && hasLasted;
}
