import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';

/**
 * Signatures as minisign makes them (https://jedisct1.github.io/minisign/, "Signature format"): Ed25519 over the
 * BLAKE2b-512 digest of the file, and again over that signature with a trusted comment. Node's crypto signs; the digest
 * is a package's, since the library under Electron (BoringSSL) has no BLAKE2b-512.
 */

/** Algorithm of keys, and of signatures over the file itself; `ED` is over its digest. */
const keyAlgorithm = 'Ed';
const digestedAlgorithm = 'ED';
const keyIdBytes = 8;
const publicKeyBytes = 32;
const signatureBytes = 64;
const untrusted = 'untrusted comment: ';
const trusted = 'trusted comment: ';

export interface PublicKey {
	/** As people compare it: 16 upper-case hexadecimal digits. */
	keyId: string;
	/** The line that `minisign -P` takes. */
	line: string;
}

/** A key pair in memory: never written as it is. */
export interface KeyPair {
	keyId: Uint8Array;
	/** Seed of 32 bytes, which Ed25519 (RFC 8032) calls the private key. */
	seed: Uint8Array;
	publicKey: Uint8Array;
}

export function makeKeyPair(keyId: Uint8Array): KeyPair {
	const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
	return {
		keyId,
		seed: Buffer.from(d ?? '', 'base64url'),
		publicKey: Buffer.from(x ?? '', 'base64url'),
	};
}

export function publicKeyOf({ keyId, publicKey }: Pick<KeyPair, 'keyId' | 'publicKey'>): PublicKey {
	const bytes = Buffer.concat([Buffer.from(keyAlgorithm), keyId, publicKey]);
	return { keyId: shownKeyId(keyId), line: bytes.toString('base64') };
}

/** The two lines of a `.pub` file. */
export function publicKeyFile({ keyId, line }: PublicKey): string {
	return `${untrusted}minisign public key ${keyId}\n${line}\n`;
}

/** The line of a public key, given by itself or as a `.pub` file; null where that is none. */
export function readPublicKey(text: string): string | null {
	// A field of one line makes one of both when the file is pasted, with a blank or with nothing behind the number.
	for (const word of text.split(/\s+/)) {
		const line = word.replace(/^[0-9A-F]{16}(?=.{56}$)/, '');
		const bytes = strictBytes(line);
		if (bytes.length === 2 + keyIdBytes + publicKeyBytes && bytes.toString('latin1', 0, 2) === keyAlgorithm)
			return line;
	}
	return null;
}

/** As people compare it, of the line of a public key. */
export function keyIdOfPublic(line: string): string {
	return shownKeyId(strictBytes(line).subarray(2, 2 + keyIdBytes));
}

/** By which key a `.minisig` file says that it is; '' where it is none. */
export function keyIdOfSignature(signatureFile: string): string {
	const bytes = strictBytes(signatureFile.split(/\r?\n/)[1] ?? '');
	return bytes.length === 2 + keyIdBytes + signatureBytes ? shownKeyId(bytes.subarray(2, 2 + keyIdBytes)) : '';
}

/**
 * The four lines of a `.minisig` file for these bytes.
 * @param comment signed too; of one line.
 */
export function signFile(bytes: Uint8Array, pair: KeyPair, comment: string): string {
	const key = privateKeyOf(pair);
	const signature = sign(null, blake2b(bytes, { dkLen: 64 }), key);
	const overComment = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key);
	const line = Buffer.concat([Buffer.from(digestedAlgorithm), pair.keyId, signature]).toString('base64');
	return `${untrusted}signature from Lectern key ${shownKeyId(pair.keyId)}\n${line}\n${trusted}${comment}\n${overComment.toString('base64')}\n`;
}

/** The trusted comment, when the signature is by this key over these bytes; else null. */
export function verifyFile(bytes: Uint8Array, signatureFile: string, publicLine: string): string | null {
	const [, line = '', commentLine = '', overComment = ''] = signatureFile.split(/\r?\n/);
	const [given, known, givenOver] = [line, publicLine, overComment].map(strictBytes) as [Buffer, Buffer, Buffer];
	const isWhole =
		givenOver.length === signatureBytes &&
		known.length === 2 + keyIdBytes + publicKeyBytes &&
		given.length === 2 + keyIdBytes + signatureBytes &&
		known.toString('latin1', 0, 2) === keyAlgorithm &&
		commentLine.startsWith(trusted);
	if (!isWhole || !given.subarray(2, 2 + keyIdBytes).equals(known.subarray(2, 2 + keyIdBytes))) return null;
	const algorithm = given.toString('latin1', 0, 2);
	if (algorithm !== keyAlgorithm && algorithm !== digestedAlgorithm) return null;
	const key = createPublicKey({
		key: { kty: 'OKP', crv: 'Ed25519', x: known.subarray(2 + keyIdBytes).toString('base64url') },
		format: 'jwk',
	});
	const signature = given.subarray(2 + keyIdBytes);
	const comment = commentLine.slice(trusted.length);
	const signed = algorithm === digestedAlgorithm ? blake2b(bytes, { dkLen: 64 }) : bytes;
	const isGood =
		verify(null, signed, key, signature) &&
		verify(null, Buffer.concat([signature, Buffer.from(comment)]), key, givenOver);
	return isGood ? comment : null;
}

/** Node passes over signs that are no base64: what minisign refuses would be good here. Empty where it is not exactly that. */
function strictBytes(base64: string): Buffer {
	const bytes = Buffer.from(base64, 'base64');
	return bytes.toString('base64') === base64 ? bytes : Buffer.alloc(0);
}

/** Whether the public key is that of the seed. */
export function isPair(pair: Pick<KeyPair, 'seed' | 'publicKey'>): boolean {
	const { x } = createPublicKey(privateKeyOf({ ...pair, publicKey: Buffer.alloc(publicKeyBytes) })).export({
		format: 'jwk',
	});
	return Buffer.from(x ?? '', 'base64url').equals(pair.publicKey);
}

function privateKeyOf({ seed, publicKey }: Pick<KeyPair, 'seed' | 'publicKey'>): KeyObject {
	const [d, x] = [Buffer.from(seed).toString('base64url'), Buffer.from(publicKey).toString('base64url')];
	return createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' });
}

/** Kept as a little-endian number, shown as a number is. */
export function shownKeyId(keyId: Uint8Array): string {
	return Buffer.from(keyId).reverse().toString('hex').toUpperCase();
}
