import type { Heard, Hearing } from '../expansion/hearing.ts';
import type { OfferedReading } from '../expansion/sound-meter.ts';
import { NumberReader } from './bytes.ts';
import { placeOf } from './key-table.ts';

/**
 * Readings by the hash of a key of sounds: the hashes ascend, and `starts` says where the list of each begins, and where
 * all end. A list is one group after another, each the number of a script, how many bytes follow in it (LEB128), and
 * readings in ascending order, so that those that begin alike stand together. Of each: how many sounds it has in common
 * with the one before in its group, 0 in the first, plus `stemBit` where it is of a stem; how many follow; these, in ASCII;
 * and its term, in `termBytes` bytes, the lowest first.
 */
export interface SoundLists {
	keys: Uint32Array<ArrayBuffer>;
	starts: Uint32Array<ArrayBuffer>;
	bytes: Uint8Array<ArrayBuffer>;
}

export const stemBit = 128;
export const termBytes = 3;

/** Goes through lists, and is the reading that it stands at. */
export class ReadingCursor implements OfferedReading {
	readonly bytes: Uint8Array;
	script = 0;
	groupEnd = 0;
	common = 0;
	isStem = false;
	start = 0;
	end = 0;
	term = 0;
	listEnd = 0;
	/** Where the next reading begins. */
	#at = 0;
	readonly #starts: Uint32Array;
	readonly #sizes: NumberReader;

	constructor({ starts, bytes }: SoundLists) {
		this.bytes = bytes;
		this.#starts = starts;
		this.#sizes = new NumberReader(bytes);
	}

	/** To the beginning of the list of the key at `place`. */
	enter(place: number): void {
		this.groupEnd = this.#starts[place] as number;
		this.#at = this.groupEnd;
		this.listEnd = this.#starts[place + 1] as number;
	}

	/** To the beginning of the next group, past all that is left of this one; false where there is none. */
	nextGroup(): boolean {
		if (this.groupEnd >= this.listEnd) return false;
		this.script = this.bytes[this.groupEnd] as number;
		this.#sizes.at = this.groupEnd + 1;
		const size = this.#sizes.next();
		this.#at = this.#sizes.at;
		this.groupEnd = this.#at + size;
		return true;
	}

	/** To the next reading of the group; false where there is none. */
	next(): boolean {
		const { bytes } = this;
		const at = this.#at;
		if (at >= this.groupEnd) return false;
		const first = bytes[at] as number;
		this.isStem = first >= stemBit;
		this.common = first % stemBit;
		this.start = at + 2;
		const end = this.start + (bytes[at + 1] as number);
		this.end = end;
		this.term = (bytes[end] as number) | ((bytes[end + 1] as number) << 8) | ((bytes[end + 2] as number) << 16);
		this.#at = end + termBytes;
		return true;
	}
}

/** The terms that are heard by a reading with any of the keys, or with another of the same hash; each once, by its nearest. */
export function hearIn(lists: SoundLists, keys: Iterable<string>, hearing: Hearing): Heard[] {
	const nearest = new Map<number, number>();
	const reading = new ReadingCursor(lists);
	for (const key of keys) {
		const place = placeOf(lists.keys, key);
		if (place < 0) continue;
		reading.enter(place);
		while (reading.nextGroup()) {
			if (hearing.listensTo(reading.script)) hearGroup(reading, hearing, nearest);
		}
	}
	return Array.from(nearest, ([id, distance]) => ({ id, distance }));
}

function hearGroup(reading: ReadingCursor, hearing: Hearing, nearest: Map<number, number>): void {
	while (reading.next()) {
		if (reading.common >= hearing.hopelessFrom) continue;
		const distance = hearing.listen(reading.script, reading);
		if (distance === Number.POSITIVE_INFINITY) continue;
		nearest.set(reading.term, Math.min(distance, nearest.get(reading.term) ?? distance));
	}
}
