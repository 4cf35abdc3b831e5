import type { Graph, GraphChoice, GraphNodeKind, GraphRelation } from '../domain/graph.ts';
import type { NameId } from '../domain/ids.ts';
import { narrowGraph } from './narrow-graph.ts';

interface Count<V> {
	value: V;
	count: number;
}

export interface GraphCounts {
	kinds: Count<GraphNodeKind>[];
	relations: Count<GraphRelation>[];
	/** With the number of links at each name. */
	nameIds: Count<NameId>[];
}

/** How many of each there are among what all other choices leave; most frequent first, chosen ones always. */
export function graphCounts(graph: Graph, choice: GraphChoice): GraphCounts {
	const kinds = narrowGraph(graph, { ...choice, kinds: [] }).nodes.map(({ kind }) => kind);
	const relations = narrowGraph(graph, { ...choice, relations: [] }).edges.flatMap(({ relation }) =>
		relation === 'within' ? [] : relation,
	);
	const named = narrowGraph(graph, { ...choice, nameIds: [] });
	const names = new Set<string>(named.nodes.flatMap(({ id, kind }) => (kind === 'name' ? id : [])));
	const ends = named.edges.flatMap(({ fromId, toId }) => [fromId, toId]).filter((id) => names.has(id)) as NameId[];
	return {
		kinds: counted(kinds, choice.kinds),
		relations: counted(relations, choice.relations),
		nameIds: counted(ends, choice.nameIds),
	};
}

function counted<V extends string>(values: readonly V[], chosen: readonly V[] = []): Count<V>[] {
	const counts = new Map<V, number>(chosen.map((value) => [value, 0]));
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const list = [...counts].map(([value, count]) => ({ value, count }));
	return list.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
