import type { Collection } from '../domain/collection.ts';
import type { Graph, GraphEdge, GraphGrouping, GraphNode, GraphNodeKind, GraphRelation } from '../domain/graph.ts';
import { graphNodeKinds } from '../domain/graph.ts';
import { message } from '../messages/messages.ts';
import { kindWords, titleWords } from './graph-words.ts';
import type { MarkKind } from './node-shapes.ts';

/** Things that stand together. */
export interface GraphGroup {
	key: string;
	title: string;
	count: number;
	isFolded: boolean;
}

/** One mark of the picture and one row of the table: a thing, or a folded group of them. */
export interface ShownNode {
	/** The thing's, or the group's key. */
	id: string;
	kind: MarkKind;
	title: string;
	/** The group that it stands in, or is. */
	groupKey: string;
	/** Null for a group. */
	node: GraphNode | null;
	/** How many things it stands for. */
	count: number;
	/** How many lines end at it. */
	degree: number;
}

/** One line of the picture: what joins two marks in one way. */
export interface ShownEdge {
	id: string;
	relation: GraphRelation;
	fromId: string;
	toId: string;
	/** More than one where groups are folded, or two things are joined in one way more than once. */
	edges: readonly GraphEdge[];
}

export interface ShownGraph {
	nodes: ShownNode[];
	edges: ShownEdge[];
	groups: GraphGroup[];
	/** The mark that stands for a thing. */
	markOf: ReadonlyMap<string, string>;
	/** Every thing, also those that a group stands for. */
	things: ReadonlyMap<string, GraphNode>;
}

export interface ShownOptions {
	groupBy: GraphGrouping;
	/** Keys of the folded groups; null folds the largest until the rest can be read. */
	folded: ReadonlySet<string> | null;
	collections: readonly Pick<Collection, 'id' | 'name'>[];
}

/** So many marks can be told apart, and are laid out in two seconds. */
export const mostMarks = 2000;

/** What picture and table show of a graph: its groups, folded or not, and every mark and line, in a fixed order. */
export function showGraph({ nodes, edges }: Graph, { groupBy, folded, collections }: ShownOptions): ShownGraph {
	const members = new Map<string, GraphNode[]>();
	for (const node of nodes) {
		const key = groupKeyOf(node, groupBy);
		const own = members.get(key);
		if (own) own.push(node);
		else members.set(key, [node]);
	}
	const isFolded = foldedOf(members, groupBy === 'none' ? new Set() : folded);
	const names = new Map<string, string>(collections.map(({ id, name }) => [id, name]));
	const titleOf = (key: string) => names.get(key) ?? groupTitle(key);
	const groups = [...members]
		.map(([key, own]): GraphGroup => ({ key, title: titleOf(key), count: own.length, isFolded: isFolded.has(key) }))
		.sort((one, other) => orderOf(one.key) - orderOf(other.key) || (one.title < other.title ? -1 : 1));
	const markOf = new Map<string, string>();
	for (const [key, own] of members) for (const { id } of own) markOf.set(id, isFolded.has(key) ? key : id);
	const lines = linesBetween(edges, markOf);
	const degrees = new Map<string, number>();
	for (const { fromId, toId } of lines) for (const id of [fromId, toId]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
	const marks = groups.flatMap(({ key, title, count, isFolded: isOne }): Omit<ShownNode, 'degree'>[] =>
		isOne
			? [{ id: key, kind: 'group', title, groupKey: key, node: null, count }]
			: (members.get(key) ?? []).map((node) => ({
					...{ id: node.id, kind: node.kind, title: titleWords(node), groupKey: key, node, count: 1 },
				})),
	);
	return {
		nodes: marks.map((mark) => ({ ...mark, degree: degrees.get(mark.id) ?? 0 })),
		edges: lines,
		groups,
		markOf,
		things: new Map(nodes.map((node) => [node.id, node])),
	};
}

/** Lines that say the same between two marks are one. */
function linesBetween(edges: readonly GraphEdge[], markOf: ReadonlyMap<string, string>): ShownEdge[] {
	const lines = new Map<string, ShownEdge & { edges: GraphEdge[] }>();
	for (const edge of edges) {
		const [fromId, toId] = [markOf.get(edge.fromId), markOf.get(edge.toId)];
		if (fromId === undefined || toId === undefined || fromId === toId) continue;
		const id = `${fromId} ${edge.relation} ${toId}`;
		const known = lines.get(id);
		if (known) known.edges.push(edge);
		else lines.set(id, { id, relation: edge.relation, fromId, toId, edges: [edge] });
	}
	return [...lines.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function foldedOf(members: ReadonlyMap<string, readonly GraphNode[]>, chosen: ReadonlySet<string> | null): Set<string> {
	if (chosen) return new Set([...chosen].filter((key) => members.has(key)));
	const bySize = [...members].sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1));
	let marks = bySize.reduce((sum, [, own]) => sum + own.length, 0);
	const folded = new Set<string>();
	for (const [key, own] of bySize) {
		if (marks <= mostMarks) break;
		folded.add(key);
		marks -= own.length - 1;
	}
	return folded;
}

const kindKey = (kind: GraphNodeKind) => `kind:${kind}`;
const withoutCollection = 'collection:none';

/** Names and events are in no collection; the records of one are told apart by the first that each is in. */
function groupKeyOf({ kind, recordId, collectionIds }: GraphNode, groupBy: GraphGrouping): string {
	if (groupBy === 'none') return 'all';
	if (groupBy === 'kind' || recordId === null) return kindKey(kind);
	return collectionIds[0] ?? withoutCollection;
}

function groupTitle(key: string): string {
	const kind = graphNodeKinds.find((one) => kindKey(one) === key);
	if (kind) return kindWords(kind);
	return message(key === withoutCollection ? 'chronology.lane.without-collection' : 'graph.all');
}

/** Collections first, by their titles; then what is in none; then kinds in their own order. */
function orderOf(key: string): number {
	if (key === withoutCollection) return 1;
	return 2 + graphNodeKinds.findIndex((kind) => kindKey(kind) === key) - (key.startsWith('kind:') ? 0 : 1);
}
