/** A GIF file (GIF89a) of so many frames, each black; its codes are never packed, so that each takes three bits. */
export function gifOf(width: number, height: number, frameCount = 1): Buffer {
	const [clear, end, bitsPerCode] = [4, 5, 3];
	const codes = [...Array.from({ length: width * height }, () => [clear, 0]).flat(), end];
	const bits = codes.map((code) => [...code.toString(2).padStart(bitsPerCode, '0')].reverse().join('')).join('');
	const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt([...byte].reverse().join(''), 2));
	const blocks: number[] = [];
	for (let at = 0; at < bytes.length; at += 255) {
		const some = bytes.slice(at, at + 255);
		blocks.push(some.length, ...some);
	}
	const size = [width & 0xff, width >> 8, height & 0xff, height >> 8];
	const frame = [0x2c, 0, 0, 0, 0, ...size, 0, 2, ...blocks, 0];
	// Four colours: black, white and two more.
	const palette = [0, 0, 0, 255, 255, 255, 200, 0, 0, 0, 0, 200];
	const frames = Array.from({ length: frameCount }, () => frame).flat();
	return Buffer.from([...Buffer.from('GIF89a'), ...size, 0x91, 0, 0, ...palette, ...frames, 0x3b]);
}
