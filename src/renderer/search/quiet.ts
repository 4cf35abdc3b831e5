/** So long after the last key somebody who types is likely to have stopped. */
const quietMs = 250;

/** Tells work that nobody waits for when it disturbs nobody. */
export interface Quiet {
	/** Somebody asks for something now. */
	disturb(): void;
	/** Resolves in a later turn, once nobody has asked for anything for a while. */
	wait(): Promise<void>;
}

export function createQuiet(): Quiet {
	let quietAt = 0;
	return {
		disturb() {
			quietAt = performance.now() + quietMs;
		},
		async wait() {
			let leftMs = 0;
			do {
				leftMs = Math.max(0, quietAt - performance.now());
				await new Promise((resolve) => setTimeout(resolve, leftMs));
			} while (quietAt > performance.now());
		},
	};
}
