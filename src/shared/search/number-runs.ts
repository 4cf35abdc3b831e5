const runLength = 65_536;

/** Hands out small arrays that lie side by side in memory: reading ten thousand of them one after the other is then quick. */
export interface NumberRuns {
	/** An array of zeros for the caller to fill. */
	take(length: number): Uint32Array;
}

export function createNumberRuns(): NumberRuns {
	let run = new Uint32Array(0);
	let used = 0;
	return {
		take(length) {
			if (used + length > run.length) {
				run = new Uint32Array(Math.max(length, runLength));
				used = 0;
			}
			used += length;
			return run.subarray(used - length, used);
		},
	};
}
