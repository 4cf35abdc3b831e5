import { create } from 'zustand';
import { archive } from '#renderer/lib/archive.ts';
import type { DateScanPage, DateScanPlace } from '#shared/api/found-dates-api.ts';
import { type ErrorData, toErrorData } from '#shared/domain/app-error.ts';
import type { DateInText } from '#shared/domain/found-date.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';

interface FoundDatesState {
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
	...{ editionId: null, state: 'idle', done: 0, total: 0, dates: [], error: null },
};

/** Kept beyond the page, so that who opens a date at its place finds the list again on the way back. */
const useLook = create<FoundDatesState>(() => nothing);

/** What was found in a text so far; nothing while the last look was at another. */
export function useFoundDates(editionId: EditionId): FoundDatesState {
	return useLook((look) => (look.editionId === editionId ? look : nothing));
}

/** Counts runs: one that was overtaken or stopped goes no further. */
let run = 0;

archive.on('archive.opened', () => {
	run += 1;
	useLook.setState(nothing);
});

/** Looks through the text of a record; what was found is shown as it comes. */
export async function lookForDates(recordId: RecordId, editionId: EditionId): Promise<void> {
	run += 1;
	const mine = run;
	useLook.setState({ ...nothing, editionId, state: 'running' });
	try {
		let after: DateScanPlace | null = null;
		do {
			const page: DateScanPage = await archive.calls.foundDates.scan({ recordId, after });
			if (mine !== run) return;
			useLook.setState(({ dates }) => ({
				dates: [...dates, ...page.dates],
				done: page.done,
				total: page.total,
			}));
			after = page.next;
		} while (after !== null);
		useLook.setState({ state: 'done' });
	} catch (error) {
		if (mine === run) useLook.setState({ state: 'cancelled', error: toErrorData(error) });
	}
}

/** Looks through it, unless that was begun already. */
export function ensureDates(recordId: RecordId, editionId: EditionId): void {
	if (useLook.getState().editionId !== editionId) void lookForDates(recordId, editionId);
}

/** Stops; what was found by then stays. */
export function stopLooking(): void {
	run += 1;
	useLook.setState({ state: 'cancelled' });
}
