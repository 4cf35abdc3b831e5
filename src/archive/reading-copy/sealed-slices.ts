import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';
import type { PackageEncryption } from '#archive/packages/encryption/encrypt.ts';
import {
	directoryLengthBytes,
	outlinePart,
	type PartDirectory,
	type SealedOutline,
	sliceBytes,
	slicePart,
} from '#shared/reading-copy/sealed-parts.ts';
import type { Part } from './numbered-parts.ts';

const gzip = promisify(gzipCallback);

/** The parts as slices of one encrypted file (`shared/reading-copy/sealed-parts.ts`), and what says how long it is. */
export async function* sealParts(parts: AsyncIterable<Part>, encryption: PackageEncryption): AsyncGenerator<Part> {
	let rest = Buffer.alloc(0);
	let count = 0;
	let bytes = 0;
	for await (const piece of encryption.encrypt(plainBytes(parts))) {
		rest = Buffer.concat([rest, piece]);
		bytes += piece.length;
		for (; rest.length > sliceBytes; rest = rest.subarray(sliceBytes)) {
			yield { name: slicePart(count), content: rest.toString('base64', 0, sliceBytes) };
			count += 1;
		}
	}
	yield { name: slicePart(count), content: rest.toString('base64') };
	yield { name: outlinePart, content: JSON.stringify({ bytes } satisfies SealedOutline) };
}

async function* plainBytes(parts: AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
	const directory: PartDirectory = {};
	let at = 0;
	for await (const { name, content } of parts) {
		const packed = await gzip(content);
		directory[name] = [at, packed.length];
		at += packed.length;
		yield packed;
	}
	const packed = await gzip(JSON.stringify(directory));
	yield packed;
	const length = Buffer.alloc(directoryLengthBytes);
	length.writeUInt32BE(packed.length);
	yield length;
}
