/** That one thing is a part of another, by their ids. */
export interface PartOf<I extends string = string> {
	part: I;
	whole: I;
}

/** Everything that a thing is a part of, by however many steps; itself only where there is a ring. */
export function wholesOf<I extends string>(id: I, links: readonly PartOf<I>[]): Set<I> {
	const wholes = new Map<I, I[]>();
	for (const { part, whole } of links) wholes.set(part, [...(wholes.get(part) ?? []), whole]);
	const found = new Set<I>();
	const waiting = [...(wholes.get(id) ?? [])];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (found.has(next)) continue;
		found.add(next);
		waiting.push(...(wholes.get(next) ?? []));
	}
	return found;
}

/** The rings that a thing is in: of each, the others. A link from a thing to itself is none. */
export function ringsThrough<I extends string>(id: I, links: readonly PartOf<I>[]): I[][] {
	const real = links.filter(({ part, whole }) => part !== whole);
	const wholes = wholesOf(id, real);
	if (!wholes.has(id)) return [];
	return real
		.filter(({ part }) => part === id)
		.flatMap(({ whole }) => {
			const ring = [whole, ...wholesOf(whole, real)];
			if (!ring.includes(id)) return [];
			return [[...new Set(ring)].filter((other) => other !== id && wholesOf(other, real).has(id))];
		});
}
