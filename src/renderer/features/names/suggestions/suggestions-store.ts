import { create } from 'zustand';
import { archive } from '#renderer/lib/archive.ts';
import { type ErrorData, toErrorData } from '#shared/domain/app-error.ts';
import type { FoundCandidate } from '#shared/domain/name-suggestion.ts';
import { joined } from '#shared/name-suggestions/candidate-tally.ts';

interface SuggestionsState {
	state: 'idle' | 'running' | 'cancelled' | 'done';
	/** Passages that were looked through, of `total`. */
	done: number;
	total: number;
	/** By key. */
	candidates: ReadonlyMap<string, FoundCandidate>;
	error: ErrorData | null;
}

const nothing: SuggestionsState = { state: 'idle', done: 0, total: 0, candidates: new Map(), error: null };

/** Kept beyond the page: looking goes on while one is elsewhere. */
export const useSuggestions = create<SuggestionsState>(() => nothing);

/** While the archive reads a page nobody else is answered. */
const passagesPerPage = 500;
/** Counts runs: one that was overtaken or stopped goes no further. */
let run = 0;

archive.on('archive.opened', () => {
	run += 1;
	useSuggestions.setState(nothing);
});

/** Looks through all texts for words that may be names; what was found is shown as it comes. */
export async function lookForNames(): Promise<void> {
	run += 1;
	const mine = run;
	useSuggestions.setState({ ...nothing, state: 'running' });
	try {
		let after: string | null = null;
		do {
			const page = await archive.calls.nameSuggestions.scan({ after, limit: passagesPerPage });
			if (mine !== run) return;
			useSuggestions.setState(({ done, candidates }) => ({
				done: done + page.passageCount,
				total: page.total,
				candidates: withAll(candidates, page.candidates),
			}));
			after = page.next;
		} while (after !== null);
		useSuggestions.setState({ state: 'done' });
	} catch (error) {
		if (mine === run) useSuggestions.setState({ state: 'cancelled', error: toErrorData(error) });
	}
}

/** Stops; what was found by then stays. */
export function stopLooking(): void {
	run += 1;
	useSuggestions.setState({ state: 'cancelled' });
}

function withAll(
	known: ReadonlyMap<string, FoundCandidate>,
	found: readonly FoundCandidate[],
): ReadonlyMap<string, FoundCandidate> {
	const all = new Map(known);
	for (const candidate of found) {
		const before = all.get(candidate.key);
		all.set(candidate.key, before ? joined(before, candidate) : candidate);
	}
	return all;
}
