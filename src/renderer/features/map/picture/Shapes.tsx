import type { DrawnShape } from '#shared/map/base-map.ts';
import { meets, type PlaneBounds } from '#shared/map/plane.ts';

interface ShapesProps {
	shapes: readonly DrawnShape[];
	view: PlaneBounds;
	className: string | undefined;
	/** They are points that users laid on the map. */
	arePoints?: boolean;
}

export function Shapes({ shapes, view, className, arePoints }: ShapesProps) {
	return shapes.map(({ path, bounds }, index) =>
		// The order of a file never changes; what is out of sight is left out.
		meets(bounds, view) ? (
			// biome-ignore lint/suspicious/noArrayIndexKey: shapes have no other name, and stay where they are
			<path key={index} className={className} d={path} data-layer-points={arePoints ? '' : undefined} />
		) : null,
	);
}
