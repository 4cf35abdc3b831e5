/** The value below which a share of all values lies (nearest rank); NaN of nothing. `share` is from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
	return percentile(values, 0.5);
}

/** Columns that every distribution of times is shown by. */
export const distributionColumns = ['n', 'p50', 'p95', 'max'];

/** The cells for `distributionColumns`. */
export function distributionCells(millis: readonly number[], digits = 1): string[] {
	const cells = [median(millis), percentile(millis, 0.95), Math.max(...millis)];
	return [String(millis.length), ...cells.map((each) => `${each.toFixed(digits)} ms`)];
}
