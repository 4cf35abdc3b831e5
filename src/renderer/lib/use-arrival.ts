import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { AppError } from '#shared/domain/app-error.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { OrdinalRange, TextOpening } from '#shared/domain/text-outline.ts';
import { afterPaint } from './after-paint.ts';
import { archive } from './archive.ts';
import { queryClient } from './query-client.ts';
import { keys } from './query-keys.ts';
import { type ArrivedText, TextArrival } from './text-arrival.ts';
import { whenIdle } from './when-idle.ts';

const sliceWithinMs = 100;
const mostLosses = 3;

export interface Arriving {
	arrival: TextArrival;
	text: ArrivedText;
	/** What kept the rest away; null while nothing does. */
	error: unknown;
	retry(): void;
}

/** The text that was opened, with the rest of it coming in once what there is was painted. Known whole, it comes whole. */
export function useArrival(id: EditionId, opening: TextOpening): Arriving {
	const arrival = useMemo(() => {
		const known = queryClient.getQueryData(wholeKey(id)) as TextOpening['blocks'] | undefined;
		return new TextArrival(known ? { ...opening, blocks: known } : opening, (range) => askFor(id, range));
	}, [id, opening]);
	const text = useSyncExternalStore(arrival.watch, arrival.current);
	const [error, setError] = useState<unknown>(null);
	const [attempt, setAttempt] = useState(0);

	// biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is another one
	useEffect(() => {
		const abort = new AbortController();
		const callOff = afterPaint(() => {
			arrival.bringIn(abort.signal, rest).catch((problem) => {
				if (!abort.signal.aborted) setError(problem);
			});
		});
		return () => {
			callOff();
			abort.abort();
		};
	}, [arrival, attempt]);

	// Also for the page that lays two texts beside each other, and for the next time.
	useEffect(() => {
		if (text.isWhole) queryClient.setQueryData(wholeKey(id), text.blocks);
	}, [id, text]);

	return {
		...{ arrival, text, error },
		retry() {
			setError(null);
			setAttempt(attempt + 1);
		},
	};
}

/** Once more after a loss: that call waits until there is a connection again. */
async function askFor(id: EditionId, [from, to]: OrdinalRange, losses = 0): Promise<StoredBlock[]> {
	try {
		return await archive.calls.editions.blocks({ id, from, to });
	} catch (error) {
		const isLost = error instanceof AppError && error.code === 'connection-lost';
		if (!isLost || losses >= mostLosses) throw error;
		return askFor(id, [from, to], losses + 1);
	}
}

function wholeKey(id: EditionId) {
	return keys.editions.blocks({ id });
}

function rest(): Promise<void> {
	return new Promise((resolve) => {
		whenIdle(() => resolve(), sliceWithinMs);
	});
}
