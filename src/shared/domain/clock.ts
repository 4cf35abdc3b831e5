import type { ReplicaId } from './ids.ts';

declare const brand: unique symbol;
/**
 * Hybrid logical clock (Kulkarni et al. 2014) as text: 12 hexadecimal digits of milliseconds since 1970, 4 of a
 * counter, then the replica: `018bcfe56800-0001-<uuid>`. Plain string order is causal order within what a replica has seen.
 */
export type Clock = string & { readonly [brand]: 'clock' };

/** The clock of rows that ship with the project: before everything a person does, the same in every copy. */
export const clockZero = '000000000000-0000-00000000-0000-0000-0000-000000000000' as Clock;

const maxCounter = 0xffff;

/** Gives ever later clocks, whatever the wall clock does; feed it what arrives from other replicas with `witness`. */
export interface HybridClock {
	next(): Clock;
	/** Makes every later `next()` come after `seen`. */
	witness(seen: Clock): void;
	/** The last clock given or witnessed. */
	readonly last: Clock;
}

/** @param now wall time in milliseconds since 1970; may stand still or jump back. */
export function createHybridClock(replica: ReplicaId, now: () => number, last: Clock = clockZero): HybridClock {
	let { millis, counter } = parseClock(last);
	let latest = last;
	return {
		next() {
			const wall = now();
			if (wall > millis) [millis, counter] = [wall, 0];
			else if (counter < maxCounter) counter += 1;
			else [millis, counter] = [millis + 1, 0];
			latest = formatClock(millis, counter, replica);
			return latest;
		},
		witness(seen) {
			if (seen <= latest) return;
			({ millis, counter } = parseClock(seen));
			latest = seen;
		},
		get last() {
			return latest;
		},
	};
}

function parseClock(clock: Clock): { millis: number; counter: number } {
	return { millis: Number.parseInt(clock.slice(0, 12), 16), counter: Number.parseInt(clock.slice(13, 17), 16) };
}

function formatClock(millis: number, counter: number, replica: ReplicaId): Clock {
	return `${millis.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${replica}` as Clock;
}
