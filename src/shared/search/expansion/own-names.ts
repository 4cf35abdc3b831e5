import type { KnownNames } from '../expander.ts';
import { createAliases } from './aliases.ts';
import { createNamePhrases } from './name-phrases.ts';

/** The names of an archive as they come and change: each is taken in when it is first needed, and then alone. */
export interface OwnNames {
	/** The forms of a name as they are now; null when it is gone. */
	set(key: string, forms: readonly string[] | null): void;
	has(key: string): boolean;
	clear(): void;
	/** All names as they are now. */
	names(): KnownNames;
	/** The forms of each. */
	groups(): (readonly string[])[];
	/** The same by key, as they are now. */
	byKey(): ReadonlyMap<string, readonly string[]>;
}

/** With so many groups that are no more, and more of them than of the others, all are made anew. */
const mostGone = 1000;

export function createOwnNames(): OwnNames {
	const formsByKey = new Map<string, readonly string[]>();
	/** Names that came or changed since `names` was last asked for. */
	const waiting = new Set<string>();
	let groupOf = new Map<string, number>();
	let gone = new Set<number>();
	let aliases = createAliases([]);
	let phrases = createNamePhrases([]);
	let groupCount = 0;

	function restart(): void {
		groupOf = new Map();
		gone = new Set();
		aliases = createAliases([]);
		phrases = createNamePhrases([]);
		groupCount = 0;
	}
	function takeIn(key: string): void {
		const forms = formsByKey.get(key);
		if (!forms) return;
		groupOf.set(key, groupCount);
		groupCount += 1;
		aliases.add(forms);
		phrases.add(forms);
	}
	return {
		set(key, forms) {
			if (isSame(formsByKey.get(key), forms)) return;
			const group = groupOf.get(key);
			if (group !== undefined) gone.add(group);
			groupOf.delete(key);
			waiting.delete(key);
			if (forms) {
				formsByKey.set(key, forms);
				waiting.add(key);
			} else formsByKey.delete(key);
		},
		has: (key) => formsByKey.has(key),
		clear() {
			formsByKey.clear();
			waiting.clear();
			restart();
		},
		names() {
			if (gone.size > mostGone && gone.size > formsByKey.size) {
				restart();
				for (const key of formsByKey.keys()) waiting.add(key);
			}
			for (const key of waiting) takeIn(key);
			waiting.clear();
			// Bound to what is there now: a later restart leaves these as they are.
			const now = { aliases, phrases, gone };
			return {
				aliases: { ...aliases, othersOf: (word) => now.aliases.othersOf(word, now.gone) },
				phrases: { ...phrases, namesIn: (words) => now.phrases.namesIn(words, now.gone) },
			};
		},
		groups: () => [...formsByKey.values()],
		byKey: () => new Map(formsByKey),
	};
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | null): boolean {
	return one?.length === other?.length && (one ?? []).every((form, at) => form === other?.[at]);
}
