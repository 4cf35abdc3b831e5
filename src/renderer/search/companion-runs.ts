import { findCompanions } from '#shared/search/mentions/companions.ts';
import { nextTurn } from './next-turn.ts';
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts';

type Texts = Parameters<typeof findCompanions>[0]['texts'];

interface CompanionRuns {
	run(message: Extract<ToSearchWorker, { type: 'companions' }>): Promise<void>;
	stop(id: number): void;
}

/** Looks for names that stand together inside the worker, between the searches of whoever types. */
export function createCompanionRuns(
	names: () => ReadonlyMap<string, readonly string[]>,
	texts: Texts,
	tell: (message: FromSearchWorker) => void,
): CompanionRuns {
	const running = new Set<number>();
	return {
		async run({ id, ownId, places }) {
			running.add(id);
			const total = places.length;
			try {
				await findCompanions({
					...{ names: names(), ownId, places, texts },
					isCancelled: () => !running.has(id),
					onFound: (companions, done) => tell({ type: 'companions', id, companions, done, isEnd: done === total }),
					pause: nextTurn,
					now: () => performance.now(),
				});
			} catch {
				// The archive went away in its midst: the page asks again once the index changes.
			}
			running.delete(id);
		},
		stop: (id) => void running.delete(id),
	};
}
