/** The text that was compressed; rejects where the bytes are none, or are not all there. */
export async function unpack(bytes: Uint8Array): Promise<string> {
	const unpacked = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Response(unpacked).text();
}
