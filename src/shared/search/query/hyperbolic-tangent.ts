/**
 * `Math.tanh` to twelve digits, in a tenth of the time near 0, where a million scores are: the continued fraction of
 * Lambert, broken off after the seventh step.
 */
export function hyperbolicTangent(x: number): number {
	const square = x * x;
	if (square > 1) return Math.tanh(x);
	const above = 2_027_025 + square * (270_270 + square * (6_930 + square * 36));
	const below = 2_027_025 + square * (945_945 + square * (51_975 + square * (630 + square)));
	return (x * above) / below;
}
