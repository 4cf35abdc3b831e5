/** Unpacks gzip, and stops where there is more than that. */
export async function gunzip(packed: ArrayBuffer, mostBytes: number): Promise<ArrayBuffer> {
	const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	const reader = unpacked.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		size += value.length;
		if (size > mostBytes) {
			await reader.cancel();
			throw new RangeError('too large');
		}
		parts.push(value as Uint8Array<ArrayBuffer>);
	}
	return new Blob(parts).arrayBuffer();
}
