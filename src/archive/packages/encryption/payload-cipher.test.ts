import { randomBytes } from 'node:crypto';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieceBytes } from '#shared/age/payload.ts';
import { PackageEncryption } from './encrypt.ts';
import { PayloadCipher } from './payload-cipher.ts';

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('what is sealed here is opened by the age library, whatever its length and the parts it came in', async () => {
	const identity = await generateIdentity();
	const recipients = [await identityToRecipient(identity)];
	const around = fc.constantFrom(0, 1, pieceBytes - 1, pieceBytes, pieceBytes + 1, 2 * pieceBytes, 1_200_000);
	await fc.assert(
		fc.asyncProperty(around, fc.integer({ min: 1000, max: 200_000 }), async (length, size) => {
			const plain = randomBytes(length);
			const sealed: Uint8Array[] = [];
			for await (const piece of new PackageEncryption({ recipients }).encrypt(inParts(plain, size))) sealed.push(piece);
			const decrypter = new Decrypter();
			decrypter.addIdentity(identity);
			expect(Buffer.from(await decrypter.decrypt(Buffer.concat(sealed))).equals(plain)).toBe(true);
		}),
		{ numRuns: 20 },
	);
});

test('a piece opens in its own place only', () => {
	const cipher = new PayloadCipher(randomBytes(16), randomBytes(16));
	const sealed = Buffer.alloc(22);
	expect(cipher.sealInto(sealed, 0, { index: 7, isLast: false, plain: Buffer.from('sample') })).toBe(22);
	expect(Buffer.from(cipher.open(7, false, sealed)).toString()).toBe('sample');
	expect(() => cipher.open(7, true, sealed)).toThrow();
	expect(() => cipher.open(8, false, sealed)).toThrow();
	sealed[0] = (sealed[0] ?? 0) ^ 1;
	expect(() => cipher.open(7, false, sealed)).toThrow();
});
