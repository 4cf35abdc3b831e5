/**
 * An object with every call of every noun, each made when it is first asked for. Whoever asks needs no list of the calls:
 * the types know them, and the side that answers refuses what is none. So windows and workers do without the checks of
 * the contract, which would be most of what they load.
 */
export function everyCall<T>(make: (noun: string, call: string) => T): Record<string, Record<string, T>> {
	return madeWhenAsked((noun) => madeWhenAsked((call) => make(noun, call)));
}

/** The same thing each time it is asked for. A promise it is not: what awaits it would take `then` for one. */
function madeWhenAsked<T>(make: (name: string) => T): Record<string, T> {
	const made = new Map<string, T>();
	return new Proxy<Record<string, T>>(Object.create(null), {
		get(_target, name) {
			if (typeof name === 'symbol' || name === 'then') return undefined;
			const known = made.get(name);
			if (known !== undefined) return known;
			const fresh = make(name);
			made.set(name, fresh);
			return fresh;
		},
	});
}
