import type { DrawnShape } from './base-map.ts';
import { joinedBounds } from './plane.ts';

/** A layer is cut into so many fields at most across, and as many down. */
const fieldsAcross = 6;

/**
 * The same shapes as a few paths: those whose middles lie in one field of a grid over all of them are one. A path for each
 * shape is an element for each; one path for all would be drawn in full wherever the picture stands.
 */
export function joinShapes(shapes: readonly DrawnShape[]): DrawnShape[] {
	const [first, ...others] = shapes.map(({ bounds }) => bounds);
	if (!first) return [];
	const all = others.reduce(joinedBounds, first);
	const fieldOf = (at: number, from: number, to: number) =>
		Math.min(fieldsAcross - 1, Math.floor(((at - from) / Math.max(1e-9, to - from)) * fieldsAcross));
	const fields = new Map<number, DrawnShape[]>();
	for (const shape of shapes) {
		const { left, right, top, bottom } = shape.bounds;
		const column = fieldOf((left + right) / 2, all.left, all.right);
		const key = fieldOf((top + bottom) / 2, all.top, all.bottom) * fieldsAcross + column;
		const field = fields.get(key);
		if (field) field.push(shape);
		else fields.set(key, [shape]);
	}
	return [...fields.values()].map((field) => ({
		path: field.map(({ path }) => path).join(''),
		bounds: field.map(({ bounds }) => bounds).reduce(joinedBounds),
	}));
}
