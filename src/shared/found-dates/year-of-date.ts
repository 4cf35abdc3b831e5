import { readExtent } from '../dates/edtf-order.ts';
import { civilDate } from '../text/edtf/civil-days.ts';
import { outerStretch } from '../text/edtf/extent.ts';

/** The year that an EDTF date lies in; null where it has none, or more than one. */
export function yearOfDate(edtf: string): number | null {
	const extent = readExtent(edtf);
	if (!extent) return null;
	const { from, to } = outerStretch(extent);
	if (!Number.isFinite(from) || !Number.isFinite(to)) return null;
	const { year } = civilDate(from);
	return civilDate(to - 1).year === year ? year : null;
}
