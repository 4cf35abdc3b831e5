import { GrowingNumbers } from './bytes.ts';

/**
 * Numbers by language and spelling. A map of strings looks millions of words up in three times the time, and keeps the
 * whole text of every passage that a long word was cut from.
 */
export interface SpellingTable {
	/** Undefined where it is not there. */
	get(spelling: string, language: number): number | undefined;
	/** It must not be there yet. */
	add(spelling: string, language: number, value: number): void;
}

const firstSlots = 1 << 16;
const firstUnits = 1 << 18;

export function createSpellingTable(): SpellingTable {
	// A text that was made to collide with one seed does not with another.
	const seed = Math.floor(Math.random() * 2 ** 32);
	/** By hash: the number of an entry plus 1, or 0; a power of two, at most half of them filled. */
	let slots = new Uint32Array(firstSlots);
	/** Of all entries one after the other: the language, then the spelling. */
	let units = new Uint16Array(firstUnits);
	let unitCount = 0;
	/** By entry. */
	const starts = new GrowingNumbers();
	const hashes = new GrowingNumbers();
	const values = new GrowingNumbers();

	function hashOf(spelling: string, language: number): number {
		let hash = seed ^ language;
		for (let at = 0; at < spelling.length; at++) hash = Math.imul(hash ^ spelling.charCodeAt(at), 0x01000193);
		// FNV leaves the low bits, by which a slot is found, to the last letters.
		hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
		return (hash ^ (hash >>> 13)) >>> 0;
	}
	function isAt(entry: number, spelling: string, language: number): boolean {
		const start = starts.at(entry);
		const end = entry + 1 < starts.length ? starts.at(entry + 1) : unitCount;
		if (end - start !== spelling.length + 1 || units[start] !== language) return false;
		for (let at = 0; at < spelling.length; at++) {
			if (units[start + 1 + at] !== spelling.charCodeAt(at)) return false;
		}
		return true;
	}
	function put(entry: number): void {
		const mask = slots.length - 1;
		let slot = hashes.at(entry) & mask;
		while (slots[slot] !== 0) slot = (slot + 1) & mask;
		slots[slot] = entry + 1;
	}
	function makeRoom(length: number): void {
		if (unitCount + length > units.length) {
			const longer = new Uint16Array(Math.max(units.length * 2, unitCount + length));
			longer.set(units);
			units = longer;
		}
		if ((values.length + 1) * 2 <= slots.length) return;
		slots = new Uint32Array(slots.length * 2);
		for (let entry = 0; entry < values.length; entry++) put(entry);
	}
	return {
		get(spelling, language) {
			const hash = hashOf(spelling, language);
			const mask = slots.length - 1;
			for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
				const entry = (slots[slot] as number) - 1;
				if (entry < 0) return undefined;
				if (hashes.at(entry) === hash && isAt(entry, spelling, language)) return values.at(entry);
			}
		},
		add(spelling, language, value) {
			makeRoom(spelling.length + 1);
			starts.push(unitCount);
			hashes.push(hashOf(spelling, language));
			values.push(value);
			units[unitCount++] = language;
			for (let at = 0; at < spelling.length; at++) units[unitCount++] = spelling.charCodeAt(at);
			put(values.length - 1);
		},
	};
}
