import { type AskedSearch, searchList, type TermHits } from '#shared/search/list/search-list.ts';
import { nextTurn } from './next-turn.ts';
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts';

/** Rows are told so often: painting them takes longer than finding them. */
const tellMs = 100;

interface ListRuns {
	run(message: Extract<ToSearchWorker, { type: 'list' }>): Promise<void>;
	stop(id: number): void;
}

/** Searches for lists inside the worker, between the searches of whoever types. */
export function createListRuns(search: AskedSearch, tell: (message: FromSearchWorker) => void): ListRuns {
	const running = new Set<number>();
	return {
		async run({ id, terms, isClose }) {
			running.add(id);
			let gathered: TermHits[] = [];
			let toldAt = performance.now();
			const send = (isEnd: boolean) => {
				tell({ type: 'rows', id, rows: gathered, isEnd });
				gathered = [];
				toldAt = performance.now();
			};
			await searchList(search, terms, {
				isClose,
				isCancelled: () => !running.has(id),
				onRows(rows) {
					gathered.push(...rows);
					if (performance.now() - toldAt >= tellMs) send(false);
				},
				pause: nextTurn,
				now: () => performance.now(),
			});
			running.delete(id);
			send(true);
		},
		stop: (id) => void running.delete(id),
	};
}
