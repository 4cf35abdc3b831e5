const exchange = 0;
const gone = 1;
const come = 2;

/**
 * For each unit of `from` the unit of `to` that it became, -1 where it is gone: by fewest insertions, deletions and
 * exchanges over the whole of both (Wagner and Fischer 1974). Slow and plain, so that it says something about what is
 * quick: takes `from.length * to.length` bytes.
 */
export function lettersBetween(from: string, to: string): Int32Array {
	const steps = cheapestSteps(from, to);
	const width = to.length + 1;
	const places = new Int32Array(from.length).fill(-1);
	for (let row = from.length, column = to.length; row > 0; ) {
		const step = steps[row * width + column];
		if (step === exchange) places[row - 1] = column - 1;
		if (step !== come) row -= 1;
		if (step !== gone) column -= 1;
	}
	return places;
}

/** The last step on the cheapest way to each pair of beginnings, row by row. */
function cheapestSteps(from: string, to: string): Uint8Array {
	const width = to.length + 1;
	const steps = new Uint8Array((from.length + 1) * width);
	let costs = Int32Array.from({ length: width }, (_, at) => at);
	steps.fill(come, 1, width);
	for (let row = 1; row <= from.length; row += 1) {
		const next = new Int32Array(width);
		next[0] = row;
		steps[row * width] = gone;
		for (let column = 1; column < width; column += 1) {
			const isSame = from.charCodeAt(row - 1) === to.charCodeAt(column - 1);
			const both = (costs[column - 1] ?? 0) + (isSame ? 0 : 1);
			const less = (costs[column] ?? 0) + 1;
			const more = (next[column - 1] ?? 0) + 1;
			const least = Math.min(both, less, more);
			next[column] = least;
			steps[row * width + column] = least === both ? exchange : least === less ? gone : come;
		}
		costs = next;
	}
	return steps;
}
