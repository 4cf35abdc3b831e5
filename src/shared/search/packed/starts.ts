/** Where each begins when all are laid one after the other, and where all end. */
export function startsOf(lengths: ArrayLike<number>): Uint32Array<ArrayBuffer> {
	const starts = new Uint32Array(lengths.length + 1);
	for (let at = 0; at < lengths.length; at++) starts[at + 1] = (starts[at] as number) + (lengths[at] as number);
	return starts;
}
