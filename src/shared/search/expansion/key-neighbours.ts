/** The keys of one set that are one letter apart. */
export interface KeyNeighbours {
	add(key: string): void;
	/** Keys that `key` becomes by one letter more, less, or another; among them some that are two apart. Never itself. */
	of(key: string): Set<string>;
}

/** In short keys one letter is too much of the word. */
const shortest = 4;

export function createKeyNeighbours(): KeyNeighbours {
	/** Each key under all that is left of it when one letter is dropped. */
	const byRest = new Map<string, string[]>();
	return {
		add(key) {
			if (key.length < shortest) return;
			for (const rest of rests(key)) {
				const keys = byRest.get(rest);
				if (!keys) byRest.set(rest, [key]);
				else if (keys.at(-1) !== key) keys.push(key);
			}
		},
		of(key) {
			const near = new Set<string>();
			if (key.length < shortest) return near;
			for (const candidate of [key, ...rests(key)]) {
				near.add(candidate);
				for (const longer of byRest.get(candidate) ?? []) near.add(longer);
			}
			near.delete(key);
			return near;
		},
	};
}

function rests(key: string): string[] {
	return Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1));
}

const classes = [...'APVTKSLMNR0123456789'];

/**
 * Every key that may be a neighbour of `key` as `KeyNeighbours.of` counts them, whether any word has it or not: for sets
 * of keys that are too large for a table of what is left of each.
 */
export function keysNear(key: string): string[] {
	if (key.length < shortest) return [];
	const near = new Set<string>();
	for (const rest of [key, ...rests(key)]) {
		near.add(rest);
		for (let at = 0; at <= rest.length; at++) {
			for (const one of classes) near.add(rest.slice(0, at) + one + rest.slice(at));
		}
	}
	near.delete(key);
	return [...near].filter((other) => other.length >= shortest - 1);
}
