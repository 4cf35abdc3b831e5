import type { Run } from './shared-runs.ts';

/**
 * The runs, given by old position, that stand in the same order in both texts and hold the most text together: a heaviest
 * increasing subsequence (patience sorting by weight; a Fenwick tree of maxima makes it n log n). Of overlapping
 * neighbours the later one loses its beginning.
 */
export function heaviestChain(runs: readonly Run[]): Run[] {
	const order = rankByNew(runs);
	const best = new MaximumTree(runs.length);
	const previous = new Int32Array(runs.length).fill(-1);
	let heaviest = { weight: 0, run: -1 };
	runs.forEach((run, index) => {
		const rank = order[index] ?? 0;
		const before = best.upTo(rank - 1);
		previous[index] = before.run;
		const reached = { weight: before.weight + run.length, run: index };
		best.raise(rank, reached);
		if (reached.weight > heaviest.weight) heaviest = reached;
	});
	const chain: Run[] = [];
	for (let at = heaviest.run; at >= 0; at = previous[at] ?? -1) chain.push({ ...(runs[at] as Run) });
	return trimOverlaps(chain.reverse());
}

function trimOverlaps(chain: Run[]): Run[] {
	let oldEnd = 0;
	let newEnd = 0;
	return chain.filter((run) => {
		const cut = Math.max(0, oldEnd - run.old, newEnd - run.new);
		run.old += cut;
		run.new += cut;
		run.length -= cut;
		if (run.length <= 0) return false;
		oldEnd = run.old + run.length;
		newEnd = run.new + run.length;
		return true;
	});
}

/** The rank, from 1, of each run by new position. */
function rankByNew(runs: readonly Run[]): Int32Array {
	const byNew = runs.map((_, index) => index).sort((a, b) => (runs[a]?.new ?? 0) - (runs[b]?.new ?? 0));
	const ranks = new Int32Array(runs.length);
	byNew.forEach((index, rank) => {
		ranks[index] = rank + 1;
	});
	return ranks;
}

interface Reached {
	weight: number;
	run: number;
}

class MaximumTree {
	readonly #nodes: (Reached | undefined)[];

	constructor(size: number) {
		this.#nodes = new Array(size + 1);
	}

	raise(rank: number, reached: Reached): void {
		for (let at = rank; at < this.#nodes.length; at += at & -at) {
			if ((this.#nodes[at]?.weight ?? 0) < reached.weight) this.#nodes[at] = reached;
		}
	}

	upTo(rank: number): Reached {
		let best: Reached = { weight: 0, run: -1 };
		for (let at = rank; at > 0; at -= at & -at) {
			const node = this.#nodes[at];
			if (node && node.weight > best.weight) best = node;
		}
		return best;
	}
}
