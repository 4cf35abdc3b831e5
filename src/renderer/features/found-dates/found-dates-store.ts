import { create } from 'zustand';
import { archive } from '#renderer/lib/archive.ts';
import type { DateScanPage, DateScanPlace } from '#shared/api/found-dates-api.ts';
import { type ErrorData, toErrorData } from '#shared/domain/app-error.ts';
import type { DateInText } from '#shared/domain/found-date.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';

interface FoundDatesState {
	recordId: RecordId | null;
	/** The text that was looked through. */
	editionId: EditionId | null;
	state: 'idle' | 'running' | 'cancelled' | 'done';
	/** Blocks that were looked through, of `total`. */
	done: number;
	total: number;
	/** In the order of the text. */
	dates: readonly DateInText[];
	error: ErrorData | null;
}

const nothing: FoundDatesState = {
	...{ recordId: null, editionId: null, state: 'idle', done: 0, total: 0, dates: [], error: null },
};

/** Kept beyond the page, so that who opens a date at its place finds the list again on the way back. */
export const useFoundDates = create<FoundDatesState>(() => nothing);

/** Counts runs: one that was overtaken or stopped goes no further. */
let run = 0;

archive.on('archive.opened', () => {
	run += 1;
	useFoundDates.setState(nothing);
});

/** Looks through the text of a record; what was found is shown as it comes. */
export async function lookForDates(recordId: RecordId, editionId: EditionId): Promise<void> {
	run += 1;
	const mine = run;
	useFoundDates.setState({ ...nothing, recordId, editionId, state: 'running' });
	try {
		let after: DateScanPlace | null = null;
		do {
			const page: DateScanPage = await archive.calls.foundDates.scan({ recordId, after });
			if (mine !== run) return;
			useFoundDates.setState(({ dates }) => ({
				dates: [...dates, ...page.dates],
				done: page.done,
				total: page.total,
			}));
			after = page.next;
		} while (after !== null);
		useFoundDates.setState({ state: 'done' });
	} catch (error) {
		if (mine === run) useFoundDates.setState({ state: 'cancelled', error: toErrorData(error) });
	}
}

/** Looks through it, unless that was begun already. */
export function ensureDates(recordId: RecordId, editionId: EditionId): void {
	const known = useFoundDates.getState();
	if (known.recordId !== recordId || known.editionId !== editionId) void lookForDates(recordId, editionId);
}

/** Stops; what was found by then stays. */
export function stopLooking(): void {
	run += 1;
	useFoundDates.setState({ state: 'cancelled' });
}
