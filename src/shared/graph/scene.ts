import type { GraphPoint, GraphRelation } from '../domain/graph.ts';
import { type EdgeFamily, familyOf, isDirected } from './edge-styles.ts';
import type { MarkKind } from './node-shapes.ts';
import type { ShownGraph, ShownNode } from './shown-graph.ts';

export interface SceneNode extends GraphPoint {
	id: string;
	kind: MarkKind;
	title: string;
	/** Before any zoom. */
	radius: number;
}

/** A line between two marks, bent so that those between the same two lie apart. */
export interface SceneEdge {
	id: string;
	relation: GraphRelation;
	family: EdgeFamily;
	isDirected: boolean;
	fromId: string;
	toId: string;
	from: GraphPoint;
	to: GraphPoint;
	/** The control point of the curve (quadratic Bézier); null for a straight line. */
	bend: GraphPoint | null;
}

/** The picture before any zoom: what both the window and the file draw. */
export interface Scene {
	/** The most important first. */
	nodes: readonly SceneNode[];
	edges: readonly SceneEdge[];
	byId: ReadonlyMap<string, SceneNode>;
	bounds: { left: number; top: number; right: number; bottom: number };
}

const bendPx = 18;
const weights: Readonly<Record<MarkKind, number>> = {
	...{ group: 1000, event: 3, record: 2, name: 2, claim: 1, note: 0, passage: 0 },
};

/** Grows with the number of lines, or of things that a group stands for. */
export function radiusOf({ kind, degree, count }: Pick<ShownNode, 'kind' | 'degree' | 'count'>): number {
	if (kind === 'group') return Math.min(44, 12 + 2 * Math.sqrt(count));
	return Math.min(16, 4.5 + 1.5 * Math.sqrt(degree));
}

/** Marks without a place are left out: they are being laid out. */
export function makeScene({ nodes, edges }: ShownGraph, places: Readonly<Record<string, GraphPoint>>): Scene {
	const marks = nodes
		.flatMap((node) => {
			const place = places[node.id];
			return place ? [{ node, place }] : [];
		})
		.sort((one, other) => importanceOf(other.node) - importanceOf(one.node) || (one.node.id < other.node.id ? -1 : 1))
		.map(({ node, place }): SceneNode => {
			const { id, kind, title } = node;
			return { id, kind, title, radius: radiusOf(node), ...place };
		});
	const byId = new Map(marks.map((mark) => [mark.id, mark]));
	const between = new Map<string, number>();
	for (const { fromId, toId } of edges) count(between, pairOf(fromId, toId));
	const drawn = new Map<string, number>();
	const lines = edges.flatMap(({ id, relation, fromId, toId }): SceneEdge[] => {
		const [from, to] = [byId.get(fromId), byId.get(toId)];
		if (!from || !to) return [];
		const pair = pairOf(fromId, toId);
		const offset = (count(drawn, pair) - ((between.get(pair) ?? 1) + 1) / 2) * bendPx;
		const ends = { fromId, toId, from: { x: from.x, y: from.y }, to: { x: to.x, y: to.y } };
		const [first, second] = fromId < toId ? [from, to] : [to, from];
		const styled = { family: familyOf(relation), isDirected: isDirected(relation) };
		return [{ id, relation, ...styled, ...ends, bend: offset === 0 ? null : bendOf(first, second, offset) }];
	});
	return { nodes: marks, edges: lines, byId, bounds: boundsOf(marks) };
}

/** Where a share of the way along a line is. */
export function alongEdge({ from, to, bend }: SceneEdge, share: number): GraphPoint {
	const rest = 1 - share;
	if (!bend) return { x: from.x * rest + to.x * share, y: from.y * rest + to.y * share };
	const weigh = (axis: 'x' | 'y') =>
		rest * rest * from[axis] + 2 * rest * share * bend[axis] + share * share * to[axis];
	return { x: weigh('x'), y: weigh('y') };
}

const arrowPx = 5;

/**
 * The corners of the arrow of a line, tip first: in its middle, since marks are of many forms.
 *
 * @param onPage gives where a point of the graph is drawn
 */
export function arrowCorners(edge: SceneEdge, onPage: (point: GraphPoint) => GraphPoint): GraphPoint[] {
	const [before, { x, y }] = [onPage(alongEdge(edge, 0.5)), onPage(alongEdge(edge, 0.56))];
	const length = Math.hypot(x - before.x, y - before.y) || 1;
	const [alongX, alongY] = [((x - before.x) / length) * arrowPx, ((y - before.y) / length) * arrowPx];
	return [
		{ x: x + alongX, y: y + alongY },
		{ x: x - alongX - alongY, y: y - alongY + alongX },
		{ x: x - alongX + alongY, y: y - alongY - alongX },
	];
}

function importanceOf({ kind, degree, count: things }: ShownNode): number {
	return degree + weights[kind] + (kind === 'group' ? things : 0);
}

function pairOf(one: string, other: string): string {
	return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function count(counts: Map<string, number>, key: string): number {
	const next = (counts.get(key) ?? 0) + 1;
	counts.set(key, next);
	return next;
}

/** To the side of the line from the one whose id comes first, so that both directions bend alike. */
function bendOf(from: GraphPoint, to: GraphPoint, offset: number): GraphPoint {
	const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
	const [acrossX, acrossY] = [-(to.y - from.y) / length, (to.x - from.x) / length];
	return { x: (from.x + to.x) / 2 + acrossX * offset * 2, y: (from.y + to.y) / 2 + acrossY * offset * 2 };
}

function boundsOf(marks: readonly SceneNode[]): Scene['bounds'] {
	const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
	for (const { x, y, radius } of marks) {
		bounds.left = Math.min(bounds.left, x - radius);
		bounds.right = Math.max(bounds.right, x + radius);
		bounds.top = Math.min(bounds.top, y - radius);
		bounds.bottom = Math.max(bounds.bottom, y + radius);
	}
	return marks.length > 0 ? bounds : { left: 0, top: 0, right: 0, bottom: 0 };
}
