import {
	forceCollide,
	forceLink,
	forceManyBody,
	forceSimulation,
	forceX,
	forceY,
	type SimulationNodeDatum,
} from 'd3-force';
import type { GraphPoint } from '../domain/graph.ts';
import { middleOf } from './middle-of.ts';
import { neighboursOf } from './neighbours.ts';
import { seededPlace } from './seeded-place.ts';

/** What is laid out. Lengths are in units of the picture: pixels before any zoom. */
export interface LayoutTask {
	nodes: readonly { id: string; groupKey: string; radius: number }[];
	edges: readonly { fromId: string; toId: string }[];
	/** Where things stood before. */
	places: Readonly<Record<string, GraphPoint>>;
	/** Where what is new begins: a folded group in the middle of its members, members where their group was. By group. */
	starts: Readonly<Record<string, GraphPoint>>;
}

export type GraphPlaces = Record<string, GraphPoint>;

interface Body extends SimulationNodeDatum {
	id: string;
	groupKey: string;
	radius: number;
	x: number;
	y: number;
}

/** Room that one thing takes up, as the radius of a circle. */
const roomPx = 38;
const gapPx = 6;
const linkPx = 58;
const repulsion = -170;
const repelledPx = 620;
/** Of the quadtree's approximation: at 1.4 a step takes less than half the time of 0.9, and nobody sees a difference. */
const theta = 1.4;
/** Pull towards the middle of the group. */
const groupPull = 0.05;
const leastSteps = 60;
const mostSteps = 300;
/** Steps times things: what two thousand are given. */
const stepBudget = 140_000;
/** What is new among what stands already. */
const newcomerAlpha = 0.3;
const newcomerSteps = 40;
/** The share of known things from which on the picture is kept. */
const keptShare = 0.7;

/**
 * Where each thing stands. The same task gives the same places, in whatever order its parts are: each starts at a point
 * that its id decides. Where most stood somewhere before, they stay there, and what is new finds room between them. Forces
 * are d3-force's, stepped here without its timer.
 */
export function layOutGraph({ nodes, edges, places, starts }: LayoutTask): GraphPlaces {
	const sorted = [...nodes].sort((one, other) => compare(one.id, other.id));
	const known = sorted.filter(({ id }) => places[id] !== undefined).length;
	const isKept = known > 0 && known >= sorted.length * keptShare;
	const centres = groupCentres(sorted);
	const bodies = startBodies({ nodes: sorted, edges, places: isKept ? places : {}, starts }, centres);
	if (known < sorted.length || !isKept) move(bodies, edges, centres, isKept);
	return Object.fromEntries(bodies.map(({ id, x, y }) => [id, { x: round(x), y: round(y) }]));
}

function move(
	bodies: Body[],
	edges: LayoutTask['edges'],
	centres: ReadonlyMap<string, GraphPoint>,
	isKept: boolean,
): void {
	const links = edges
		.map(({ fromId, toId }) => ({ source: fromId, target: toId }))
		.sort((one, other) => compare(one.source, other.source) || compare(one.target, other.target));
	const full = Math.max(leastSteps, Math.min(mostSteps, stepBudget / bodies.length));
	const steps = isKept ? newcomerSteps : full;
	const simulation = forceSimulation(bodies)
		.stop()
		.alpha(isKept ? newcomerAlpha : 1)
		.alphaDecay(1 - 0.001 ** (1 / steps))
		.force('charge', forceManyBody<Body>().strength(repulsion).theta(theta).distanceMax(repelledPx))
		.force(
			'link',
			forceLink<Body, (typeof links)[number]>(links)
				.id(({ id }) => id)
				.distance(linkPx),
		)
		.force('x', forceX<Body>(({ groupKey }) => centres.get(groupKey)?.x ?? 0).strength(groupPull))
		.force('y', forceY<Body>(({ groupKey }) => centres.get(groupKey)?.y ?? 0).strength(groupPull));
	const roomSteps = Math.round(steps / 5);
	simulation.tick(Math.round(steps) - roomSteps);
	// Room is made at the end only: it takes as long as all other forces.
	simulation.force(
		'room',
		forceCollide<Body>(({ radius }) => radius + gapPx),
	);
	simulation.tick(roomSteps);
}

function startBodies(
	{ nodes, edges, places, starts }: LayoutTask,
	centres: ReadonlyMap<string, GraphPoint & { radius: number }>,
): Body[] {
	const neighbours = neighboursOf(edges);
	return nodes.map(({ id, groupKey, radius }) => {
		const before = places[id];
		if (before) return { id, groupKey, radius, ...before, fx: before.x, fy: before.y };
		const near = [...(neighbours.get(id) ?? [])].flatMap((other) => places[other] ?? []);
		const home = starts[groupKey];
		const centre = centres.get(groupKey) ?? { x: 0, y: 0, radius: roomPx };
		const start = home ?? (near.length > 0 ? middleOf(near) : centre);
		const spread = home || near.length > 0 ? roomPx : centre.radius;
		const offset = id === groupKey ? { x: 0, y: 0 } : seededPlace(id, spread);
		return { id, groupKey, radius, x: start.x + offset.x, y: start.y + offset.y };
	});
}

/** Groups stand around the middle in the order of their keys, each with room for its own. */
function groupCentres(nodes: LayoutTask['nodes']): Map<string, GraphPoint & { radius: number }> {
	const counts = new Map<string, number>();
	for (const { groupKey } of nodes) counts.set(groupKey, (counts.get(groupKey) ?? 0) + 1);
	const groups = [...counts].sort(([one], [other]) => compare(one, other));
	const radii = groups.map(([, count]) => roomPx * Math.sqrt(count));
	const around = radii.reduce((sum, radius) => sum + radius, 0);
	let passed = 0;
	return new Map(
		groups.map(([key], at) => {
			const radius = radii[at] ?? 0;
			const angle = ((passed + radius / 2) / around) * 2 * Math.PI;
			passed += radius;
			const distance = groups.length === 1 ? 0 : around / 3;
			return [key, { x: distance * Math.cos(angle), y: distance * Math.sin(angle), radius }];
		}),
	);
}

function compare(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
