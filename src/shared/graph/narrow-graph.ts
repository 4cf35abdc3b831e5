import { mayLieBetween } from '../chronology/event-filter.ts';
import { readExtent } from '../dates/edtf-order.ts';
import type { Graph, GraphChoice, GraphEdge, GraphNode } from '../domain/graph.ts';
import { outerStretch } from '../text/edtf/extent.ts';
import { neighboursOf } from './neighbours.ts';

/** What is asked for of a graph. What nothing joins any more goes, but for the node that is asked about. */
export function narrowGraph(whole: Graph, choice: GraphChoice): Graph {
	const { around } = choice;
	const byDate = ofYears(ofKinds(ofRelations(whole, choice), choice), choice);
	const byName = ofNames(joined(byDate), choice);
	if (!around) return byName;
	const found = within(byName, [around.id], around.steps);
	const centre = whole.nodes.find(({ id }) => id === around.id);
	const isThere = !centre || found.nodes.some(({ id }) => id === centre.id);
	return isThere ? found : { ...found, nodes: [...found.nodes, centre] };
}

export function isNarrowed({ kinds, relations, nameIds, fromYear, toYear, around }: GraphChoice): boolean {
	const isChosen = [kinds, relations, nameIds].some((list) => list !== undefined && list.length > 0);
	return isChosen || [fromYear, toYear, around].some((value) => value !== undefined && value !== null);
}

/** Where words stand is no relation to choose: without it they would hang in the air. */
function ofRelations({ nodes, edges }: Graph, { relations }: GraphChoice): Graph {
	if (!relations || relations.length === 0) return { nodes, edges };
	const chosen = new Set<string>([...relations, 'within']);
	return { nodes, edges: edges.filter(({ relation }) => chosen.has(relation)) };
}

/** What joins words that are not shown joins the record that they stand in. */
function ofKinds({ nodes, edges }: Graph, { kinds }: GraphChoice): Graph {
	if (!kinds || kinds.length === 0) return { nodes, edges };
	const chosen = new Set(kinds);
	const kept = nodes.filter(({ kind }) => chosen.has(kind));
	const shownAs = new Map<string, string>();
	for (const { id, kind, recordId } of nodes) {
		if (chosen.has(kind)) shownAs.set(id, id);
		else if (recordId !== null && chosen.has('record')) shownAs.set(id, recordId);
	}
	return {
		nodes: kept,
		edges: edges.flatMap((edge): GraphEdge[] => {
			const [fromId, toId] = [shownAs.get(edge.fromId), shownAs.get(edge.toId)];
			if (fromId === undefined || toId === undefined || fromId === toId) return [];
			return [fromId === edge.fromId && toId === edge.toId ? edge : { ...edge, fromId, toId }];
		}),
	};
}

function ofYears(graph: Graph, { fromYear = null, toYear = null }: GraphChoice): Graph {
	if (fromYear === null && toYear === null) return graph;
	return withNodes(graph, ({ kind, dateEdtf }) => {
		if (kind === 'name') return true;
		const extent = dateEdtf === '' ? null : readExtent(dateEdtf);
		return extent !== null && mayLieBetween(outerStretch(extent), { fromYear, toYear });
	});
}

function ofNames(graph: Graph, { nameIds }: GraphChoice): Graph {
	return nameIds && nameIds.length > 0 ? joined(within(graph, nameIds, 1)) : graph;
}

/** What is reached from these by so many steps, and all that joins it. Words bring the record they stand in, at no step. */
function within(graph: Graph, ids: readonly string[], steps: number): Graph {
	const neighbours = neighboursOf(graph.edges);
	const records = new Map(graph.nodes.map(({ id, kind, recordId }) => [id, kind === 'record' ? null : recordId]));
	const reached = new Set(ids);
	let edge: readonly string[] = ids;
	for (let step = 0; step < steps; step += 1) {
		const next = new Set<string>();
		for (const id of edge) for (const other of neighbours.get(id) ?? []) if (!reached.has(other)) next.add(other);
		for (const id of next) reached.add(id);
		edge = [...next];
	}
	for (const id of [...reached]) {
		const recordId = records.get(id);
		if (recordId) reached.add(recordId);
	}
	return withNodes(graph, ({ id }) => reached.has(id));
}

/** Without what nothing joins: that words stand in a record is not enough for either. */
function joined(graph: Graph): Graph {
	const kept = new Set<string>();
	for (const { relation, fromId, toId } of graph.edges) {
		if (relation === 'within') continue;
		kept.add(fromId);
		kept.add(toId);
	}
	for (const { relation, fromId, toId } of graph.edges) if (relation === 'within' && kept.has(fromId)) kept.add(toId);
	return withNodes(graph, ({ id }) => kept.has(id));
}

function withNodes({ nodes, edges }: Graph, isKept: (node: GraphNode) => boolean): Graph {
	const kept = nodes.filter(isKept);
	const ids = new Set(kept.map(({ id }) => id));
	return { nodes: kept, edges: edges.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)) };
}
