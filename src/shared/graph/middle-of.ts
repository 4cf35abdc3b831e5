import type { GraphPoint } from '../domain/graph.ts';

/** The mean of at least one point. */
export function middleOf(points: readonly GraphPoint[]): GraphPoint {
	const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
	return { x: sum.x / points.length, y: sum.y / points.length };
}
