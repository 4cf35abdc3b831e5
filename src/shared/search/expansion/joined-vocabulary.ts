import type { PartVocabulary } from '../index-part.ts';
import type { Heard } from './hearing.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words of several parts as one vocabulary. A word that several parts have is one, with the number of the first. */
export function joinVocabularies(parts: readonly PartVocabulary[]): Vocabulary {
	const [only] = parts;
	if (only && parts.length === 1) return only;
	const count = parts.length;
	const partOf = (id: number) => parts[id % count] as PartVocabulary;
	const own = (id: number) => Math.floor(id / count);
	const termOf = (id: number) => partOf(id).termOf(own(id));

	function joined(ask: (part: PartVocabulary) => readonly number[]): number[] {
		const ids = new Set<number>();
		for (const [at, part] of parts.entries()) for (const number of ask(part)) ids.add(firstOf(at, number));
		return [...ids];
	}
	function firstOf(at: number, number: number): number {
		const term = parts[at]?.termOf(number) ?? '';
		for (let earlier = 0; earlier < at; earlier++) {
			const there = parts[earlier]?.numberOf(term) ?? -1;
			if (there >= 0) return there * count + earlier;
		}
		return number * count + at;
	}
	/** Of a word in every part that has it: each knows other spellings of it. */
	function everywhere<T>(id: number, ask: (part: PartVocabulary, number: number) => readonly T[]): T[] {
		const term = termOf(id);
		return parts.flatMap((part) => {
			const number = part.numberOf(term);
			return number < 0 ? [] : ask(part, number);
		});
	}
	/** A word is as far away as in the part that knows its nearest spelling. */
	function heardIn(ask: (part: PartVocabulary) => readonly Heard[]): Heard[] {
		const nearest = new Map<number, number>();
		for (const [at, part] of parts.entries()) {
			for (const { id: number, distance } of ask(part)) {
				const id = firstOf(at, number);
				nearest.set(id, Math.min(distance, nearest.get(id) ?? distance));
			}
		}
		return Array.from(nearest, ([id, distance]) => ({ id, distance }));
	}
	return {
		termOf,
		scriptOf: (id) => partOf(id).scriptOf(own(id)),
		stemsOf: (id) => everywhere(id, (part, number) => part.stemsOf(number)),
		withStem: (key) => joined((part) => part.withStem(key)),
		hear: (keys, hearing) => heardIn((part) => part.hear(keys, hearing)),
		hearNear: (keys, hearing) => heardIn((part) => part.hearNear(keys, hearing)),
	};
}
