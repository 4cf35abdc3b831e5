import type { StoredBlock } from '#shared/domain/block.ts';

/** A passage with its time, as they follow each other in the recording. */
export interface SpokenPassage {
	ordinal: number;
	startMs: number;
	/** Infinity where nothing says when it ends. */
	endMs: number;
}

/** The passages that have times, by time: a text may have them in another order. */
export function spokenPassages(blocks: readonly StoredBlock[]): SpokenPassage[] {
	return blocks
		.flatMap(({ ordinal, time }) =>
			time ? [{ ordinal, startMs: time.startMs, endMs: time.endMs ?? Number.POSITIVE_INFINITY }] : [],
		)
		.sort((a, b) => a.startMs - b.startMs || a.ordinal - b.ordinal);
}

/** The passage that is being spoken: the last that has begun, unless it has ended; null in a pause. */
export function passageAt(passages: readonly SpokenPassage[], ms: number): SpokenPassage | null {
	let low = 0;
	let high = passages.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((passages[middle]?.startMs ?? 0) <= ms) low = middle + 1;
		else high = middle;
	}
	const last = passages[low - 1];
	return last && ms < last.endMs ? last : null;
}
