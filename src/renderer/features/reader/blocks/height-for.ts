/** Sixty-six a line of thirty pixels. */
const heightPxOfCharacter = 0.5;

/** About the height of a text by its weight, in CSS pixels: until it is laid out. */
export function heightPxOf(weight: number): number {
	return Math.round(weight * heightPxOfCharacter);
}

/** The same for what the browser may leave aside; once it was laid out, it keeps its own height. */
export function intrinsicHeight(weight: number): { containIntrinsicBlockSize: string } {
	return { containIntrinsicBlockSize: `auto ${heightPxOf(weight)}px` };
}
