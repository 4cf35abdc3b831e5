/** What each thing is joined to, whichever way. */
export function neighboursOf(edges: readonly { fromId: string; toId: string }[]): Map<string, Set<string>> {
	const neighbours = new Map<string, Set<string>>();
	const join = (id: string, otherId: string) => {
		const known = neighbours.get(id);
		if (known) known.add(otherId);
		else neighbours.set(id, new Set([otherId]));
	};
	for (const { fromId, toId } of edges) {
		join(fromId, toId);
		join(toId, fromId);
	}
	return neighbours;
}
