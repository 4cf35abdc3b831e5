import { alphabetSize, longestCompared, substitution, weightOf } from '../../text/phones/sound-costs.ts';
import { type Sound, stemReading } from './sounds.ts';
import { stemPenalty } from './widening-limits.ts';

/** Measures how far words are from the sounds of one word of a query. */
export interface SoundMeter {
	/**
	 * The `soundDistance` of the two sounds that are nearest, stems a little aside; `Infinity` when it is above `reach`.
	 * Words that are asked after each other cost little where they begin alike.
	 *
	 * @param readings of which those from `start` up to `end` are of the word, as `encodeSounds` writes them
	 * @param reach at most the limit
	 */
	distanceOf(readings: Uint8Array, start: number, end: number, reach: number): number;
}

/** So much may a product of costs be off: what is given up early is surely too far away. */
const rounding = 1e-9;

/** @param limit of all that is measured */
export function createSoundMeter(asked: readonly Sound[], limit: number): SoundMeter {
	const tables = asked.flatMap((sound) => (sound.phones.length > longestCompared ? [] : new SoundTable(sound, limit)));
	/** The reading that was measured last, and what its first so many sounds weigh. */
	const offered = new Uint8Array(longestCompared);
	const offeredWeights = new Float64Array(longestCompared + 1);
	let offeredLength = 0;

	/** Gives how many sounds it begins with that the one before has too. */
	function offer(readings: Uint8Array, start: number, length: number): number {
		const most = Math.min(length, offeredLength);
		let common = 0;
		while (common < most && offered[common] === readings[start + common]) common += 1;
		for (let at = common; at < length; at++) {
			const sound = (readings[start + at] as number) % alphabetSize;
			offered[at] = sound;
			offeredWeights[at + 1] = (offeredWeights[at] as number) + (weightOf[sound] as number);
		}
		offeredLength = length;
		return common;
	}
	/** The nearest of all tables to what is offered; `Infinity` where none is within `reach`. */
	function measure(common: number, length: number, aside: number, reach: number): number {
		let nearest = Number.POSITIVE_INFINITY;
		for (const table of tables) {
			table.keepRows(common);
			const distance = table.measure(offered, offeredWeights, length, Math.min(reach, nearest)) + (table.aside + aside);
			if (distance < nearest) nearest = distance;
		}
		return nearest;
	}
	return {
		distanceOf(readings, start, end, reach) {
			let nearest = Number.POSITIVE_INFINITY;
			for (let at = start; at < end; ) {
				const from = at + 1;
				const aside = readings[at] === stemReading ? stemPenalty : 0;
				at = from;
				while (at < end && (readings[at] as number) > stemReading) at += 1;
				if (at - from > longestCompared) continue;
				const common = offer(readings, from, at - from);
				nearest = Math.min(nearest, measure(common, at - from, aside, Math.min(reach, nearest)));
			}
			return nearest <= reach ? nearest : Number.POSITIVE_INFINITY;
		},
	};
}

/** The table of the weighted edit distance of one asked sound: a row for each sound of what is offered. */
class SoundTable {
	readonly aside: number;
	readonly #phones: Uint8Array;
	readonly #weight: number;
	readonly #limit: number;
	readonly #width: number;
	readonly #rows: Float64Array;
	/** The least value in each row: no later one is below it. */
	readonly #leasts = new Float64Array(longestCompared + 1);
	/** Rows that hold for what was offered last. */
	#filled = 0;

	constructor({ phones, isStem }: Sound, limit: number) {
		this.#limit = limit;
		this.aside = isStem ? stemPenalty : 0;
		this.#phones = Uint8Array.from(phones, (sound) => sound.charCodeAt(0) % alphabetSize);
		this.#width = phones.length + 1;
		this.#rows = new Float64Array(this.#width * (longestCompared + 1));
		for (let at = 0; at < phones.length; at++) {
			this.#rows[at + 1] = (this.#rows[at] as number) + (weightOf[this.#phones[at] as number] as number);
		}
		this.#weight = this.#rows[phones.length] as number;
	}

	/** What is offered next begins with so many sounds of the one before. */
	keepRows(common: number): void {
		if (this.#filled > common) this.#filled = common;
	}

	measure(offered: Uint8Array, weights: Float64Array, length: number, reach: number): number {
		const weight = weights[length] as number;
		const whole = Math.max(this.#weight, weight);
		// Subtle: as in `soundDistance`, by the limit and not by the reach. Sounds that stand for each other may weigh
		// differently (k and h), so that this refuses a little more than what is too far away.
		if (Math.abs(this.#weight - weight) > this.#limit * whole) return Number.POSITIVE_INFINITY;
		const most = reach * whole + rounding;
		let depth = this.#filled;
		if ((this.#leasts[depth] as number) > most) return Number.POSITIVE_INFINITY;
		while (depth < length) {
			this.#fillRow(depth, offered[depth] as number);
			depth += 1;
			if ((this.#leasts[depth] as number) <= most) continue;
			this.#filled = depth;
			return Number.POSITIVE_INFINITY;
		}
		this.#filled = length;
		return Math.min(1, (this.#rows[length * this.#width + this.#width - 1] as number) / whole);
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
