import { alphabetSize, longestCompared, substitution, weightOf } from '../../text/phones/sound-costs.ts';
import type { Sound } from './sounds.ts';
import { stemPenalty } from './widening-limits.ts';

/**
 * One way in which a word may sound, told by what it does not share with the one before: readings that are asked after each
 * other cost little where they begin alike.
 */
export interface OfferedReading {
	readonly isStem: boolean;
	/** How many sounds at its beginning are those of the reading that was offered before. */
	readonly common: number;
	/** In ASCII; those from `start` up to `end` are the sounds that follow, so that it has `longestCompared` at most. */
	readonly bytes: Uint8Array;
	readonly start: number;
	readonly end: number;
}

/** Measures how far readings are from the sounds of one word of a query. */
export interface SoundMeter {
	/** The `soundDistance` of the sound that is nearest, stems a little aside; `Infinity` when it is above `reach`, at most the limit. */
	distanceOf(reading: OfferedReading, reach: number): number;
	/**
	 * Every reading that has so many sounds in common with the one that was measured last is above the reach too, however it
	 * goes on: it need not be offered, nor counted as the one before. `Infinity` where that cannot be said.
	 */
	readonly hopelessFrom: number;
}

/** So much may a product of costs be off: what is given up early is surely too far away. */
const rounding = 1e-9;

/**
 * The table of the weighted edit distance from all sounds of the word at once: a row for each sound of what is offered, and
 * in it a column for each beginning of a sound of the word, so that what these have in common is reckoned once.
 *
 * @param limit of all that is measured
 */
export function createSoundMeter(asked: readonly Sound[], limit: number): SoundMeter {
	const { parents, phones, ends } = columnsOf(asked);
	const width = parents.length;
	const dropping = Float64Array.from(phones, (phone, at) => (at === 0 ? 0 : (weightOf[phone] as number)));
	const rows = new Float64Array(width * (longestCompared + 1));
	for (let at = 1; at < width; at++) rows[at] = (rows[parents[at] as number] as number) + (dropping[at] as number);
	const askedWeights = ends.map(({ column }) => rows[column] as number);
	const heaviestAsked = Math.max(0, ...askedWeights);
	/** What the heavier of two readings may weigh, and the lighter one must: otherwise their weights are too different. */
	const [heaviest, lightest] = [heaviestAsked / (1 - limit), Math.min(...askedWeights) * (1 - limit)];
	/** The least value in each row: no later one is below it. */
	const leasts = new Float64Array(longestCompared + 1);
	/** The reading that was measured last, and what its first so many sounds weigh. */
	const offered = new Uint8Array(longestCompared);
	const weights = new Float64Array(longestCompared + 1);
	/** Rows that hold for it. */
	let filled = 0;
	let hopelessFrom = ends.length === 0 ? 0 : Number.POSITIVE_INFINITY;

	function take({ common, bytes, start, end }: OfferedReading): number {
		let length = common;
		for (let at = start; at < end; at++) {
			const sound = bytes[at] as number;
			offered[length] = sound;
			weights[length + 1] = (weights[length] as number) + (weightOf[sound] as number);
			length += 1;
		}
		if (filled > common) filled = common;
		return length;
	}
	/** The row after `depth`, for one more sound. */
	function fillRow(depth: number): void {
		const sound = offered[depth] as number;
		const dropped = weightOf[sound] as number;
		const base = sound * alphabetSize;
		const above = depth * width;
		const here = above + width;
		let least = (rows[above] as number) + dropped;
		rows[here] = least;
		for (let at = 1; at < width; at++) {
			const before = parents[at] as number;
			let best = (rows[above + before] as number) + (substitution[base + (phones[at] as number)] as number);
			const withoutOffered = (rows[above + at] as number) + dropped;
			const withoutAsked = (rows[here + before] as number) + (dropping[at] as number);
			if (withoutOffered < best) best = withoutOffered;
			if (withoutAsked < best) best = withoutAsked;
			rows[here + at] = best;
			if (best < least) least = best;
		}
		leasts[depth + 1] = least;
	}
	function nearestEnd(length: number, offeredAside: number): number {
		const weight = weights[length] as number;
		let nearest = Number.POSITIVE_INFINITY;
		for (const [at, { column, aside }] of ends.entries()) {
			const own = askedWeights[at] as number;
			const whole = Math.max(own, weight);
			// Subtle: as in `soundDistance`, by the limit and not by the reach. Sounds that stand for each other may weigh
			// differently (k and h), so that this refuses a little more than what is too far away.
			if (Math.abs(own - weight) > limit * whole) continue;
			nearest = Math.min(
				nearest,
				Math.min(1, (rows[length * width + column] as number) / whole) + (aside + offeredAside),
			);
		}
		return nearest;
	}
	return {
		get hopelessFrom() {
			return hopelessFrom;
		},
		distanceOf(reading, reach) {
			const length = take(reading);
			const weight = weights[length] as number;
			hopelessFrom = ends.length === 0 ? 0 : Number.POSITIVE_INFINITY;
			if (weight > heaviest + rounding || weight < lightest - rounding) return Number.POSITIVE_INFINITY;
			const most = reach * Math.max(heaviestAsked, weight) + rounding;
			while ((leasts[filled] as number) <= most && filled < length) {
				fillRow(filled);
				filled += 1;
			}
			if ((leasts[filled] as number) > most) {
				if ((leasts[filled] as number) > reach * heaviest + rounding) hopelessFrom = filled;
				return Number.POSITIVE_INFINITY;
			}
			const distance = nearestEnd(length, reading.isStem ? stemPenalty : 0);
			return distance <= reach ? distance : Number.POSITIVE_INFINITY;
		},
	};
}

/** Where a sound of the word ends. */
interface End {
	column: number;
	/** What is added to its distance. */
	aside: number;
}

/** A column for each beginning of a sound: the one that it goes on from, and its last phone. The first is of none. */
function columnsOf(asked: readonly Sound[]): { parents: Uint16Array; phones: Uint8Array; ends: End[] } {
	const columns = new Map([['', 0]]);
	const [parents, phones] = [[0], [0]];
	const ends: End[] = [];
	for (const sound of asked) {
		if (sound.phones.length > longestCompared) continue;
		for (let length = 1; length <= sound.phones.length; length++) {
			const beginning = sound.phones.slice(0, length);
			if (columns.has(beginning)) continue;
			columns.set(beginning, parents.length);
			parents.push(columns.get(beginning.slice(0, -1)) ?? 0);
			phones.push(beginning.charCodeAt(length - 1) % alphabetSize);
		}
		ends.push({ column: columns.get(sound.phones) ?? 0, aside: sound.isStem ? stemPenalty : 0 });
	}
	return { parents: Uint16Array.from(parents), phones: Uint8Array.from(phones), ends };
}
