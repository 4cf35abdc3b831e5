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

/** @param limit of all that is measured */
export function createSoundMeter(asked: readonly Sound[], limit: number): SoundMeter {
	/** The reading that was measured last, and what its first so many sounds weigh. */
	const offered = new Uint8Array(longestCompared);
	const weights = new Float64Array(longestCompared + 1);
	const tables = asked.flatMap((sound) =>
		sound.phones.length > longestCompared ? [] : new SoundTable(sound, limit, offered, weights),
	);
	let hopelessFrom = Number.POSITIVE_INFINITY;

	function take({ common, bytes, start, end }: OfferedReading): number {
		let length = common;
		for (let at = start; at < end; at++) {
			const sound = bytes[at] as number;
			offered[length] = sound;
			weights[length + 1] = (weights[length] as number) + (weightOf[sound] as number);
			length += 1;
		}
		return length;
	}
	return {
		get hopelessFrom() {
			return hopelessFrom;
		},
		distanceOf(reading, reach) {
			const length = take(reading);
			const aside = reading.isStem ? stemPenalty : 0;
			let nearest = Number.POSITIVE_INFINITY;
			hopelessFrom = 0;
			for (const table of tables) {
				const distance = table.measure(length, reading.common, reach) + (table.aside + aside);
				if (distance < nearest) nearest = distance;
				if (table.hopelessFrom > hopelessFrom) hopelessFrom = table.hopelessFrom;
			}
			return nearest <= reach ? nearest : Number.POSITIVE_INFINITY;
		},
	};
}

/** The table of the weighted edit distance of one asked sound: a row for each sound of what is offered. */
class SoundTable {
	readonly aside: number;
	/** As of the meter. */
	hopelessFrom = Number.POSITIVE_INFINITY;
	readonly #offered: Uint8Array;
	readonly #weights: Float64Array;
	readonly #phones: Uint8Array;
	readonly #weight: number;
	readonly #limit: number;
	/** What the heavier of the two may weigh: with more the two weigh too differently. */
	readonly #heaviest: number;
	readonly #width: number;
	readonly #rows: Float64Array;
	/** The least value in each row: no later one is below it. */
	readonly #leasts = new Float64Array(longestCompared + 1);
	/** Rows that hold for what was offered last. */
	#filled = 0;

	constructor({ phones, isStem }: Sound, limit: number, offered: Uint8Array, weights: Float64Array) {
		this.#limit = limit;
		this.#offered = offered;
		this.#weights = weights;
		this.aside = isStem ? stemPenalty : 0;
		this.#phones = Uint8Array.from(phones, (sound) => sound.charCodeAt(0) % alphabetSize);
		this.#width = phones.length + 1;
		this.#rows = new Float64Array(this.#width * (longestCompared + 1));
		for (let at = 0; at < phones.length; at++) {
			this.#rows[at + 1] = (this.#rows[at] as number) + (weightOf[this.#phones[at] as number] as number);
		}
		this.#weight = this.#rows[phones.length] as number;
		this.#heaviest = this.#weight / (1 - limit);
	}

	measure(length: number, common: number, reach: number): number {
		if (this.#filled > common) this.#filled = common;
		this.hopelessFrom = Number.POSITIVE_INFINITY;
		const weight = this.#weights[length] as number;
		const whole = Math.max(this.#weight, weight);
		// Subtle: as in `soundDistance`, by the limit and not by the reach. Sounds that stand for each other may weigh
		// differently (k and h), so that this refuses a little more than what is too far away.
		if (Math.abs(this.#weight - weight) > this.#limit * whole) return Number.POSITIVE_INFINITY;
		const most = reach * whole + rounding;
		let depth = this.#filled;
		while ((this.#leasts[depth] as number) <= most && depth < length) {
			this.#fillRow(depth, this.#offered[depth] as number);
			depth += 1;
		}
		this.#filled = depth;
		if ((this.#leasts[depth] as number) <= most)
			return Math.min(1, (this.#rows[length * this.#width + this.#width - 1] as number) / whole);
		if ((this.#leasts[depth] as number) > reach * this.#heaviest + rounding) this.hopelessFrom = depth;
		return Number.POSITIVE_INFINITY;
	}

	/** The row after `depth`, for one more sound. */
	#fillRow(depth: number, sound: number): void {
		const [rows, phones, width] = [this.#rows, this.#phones, this.#width];
		const dropped = weightOf[sound] as number;
		const base = sound * alphabetSize;
		let above = depth * width;
		let here = above + width;
		let left = (rows[above] as number) + dropped;
		let least = left;
		rows[here] = left;
		for (let at = 0; at < phones.length; at++) {
			const asked = phones[at] as number;
			const replaced = (rows[above] as number) + (substitution[base + asked] as number);
			above += 1;
			here += 1;
			const deleted = (rows[above] as number) + dropped;
			left += weightOf[asked] as number;
			if (replaced < left) left = replaced;
			if (deleted < left) left = deleted;
			rows[here] = left;
			if (left < least) least = left;
		}
		this.#leasts[depth + 1] = least;
	}
}
