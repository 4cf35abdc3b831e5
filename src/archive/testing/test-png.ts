import { crc32, deflateSync } from 'node:zlib';

/** A PNG file of one colour (ISO 15948): red, green and blue of 8 bits each. */
export function pngOf(
	width: number,
	height: number,
	colour: readonly [number, number, number] = [40, 90, 160],
): Buffer {
	const row = Buffer.concat([Buffer.of(0), Buffer.concat(Array.from({ length: width }, () => Buffer.from(colour)))]);
	return pngAround(width, height, deflateSync(Buffer.concat(Array.from({ length: height }, () => row))));
}

/** A PNG file that says it is so large, around whatever it holds. */
export function pngAround(width: number, height: number, data: Uint8Array): Buffer {
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', head),
		chunk('IDAT', data),
		chunk('IEND', new Uint8Array()),
	]);
}

function chunk(kind: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, check]);
}
