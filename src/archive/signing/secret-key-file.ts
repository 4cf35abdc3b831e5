import { randomBytes, scryptSync } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { isPair, type KeyPair, shownKeyId } from './minisign.ts';

/**
 * A secret key as minisign keeps it: algorithm, way of derivation and check (2 bytes each), salt (32), operations and
 * memory limits (8 each, little-endian), then key id (8), seed and public key (32 each) and check (32), these four
 * covered by a stream from scrypt where there is a passphrase. `minisign -S -s` signs with it too.
 */
const algorithm = Buffer.from('Ed');
const scryptDerivation = Buffer.from('Sc');
const noDerivation = Buffer.alloc(2);
const checkAlgorithm = Buffer.from('B2');
const saltBytes = 32;
const coveredBytes = 8 + 64 + 32;
const coveredStart = 6 + saltBytes + 16;

/** N = 2^17, r = 8, p = 1 (OWASP): 128 MB and about half a second, which a borrowed machine can give. */
const operationsLimit = 4n * 131_072n * 8n;
const memoryLimit = 128n * 131_072n * 8n;
/** The most that is given to a key from elsewhere: what minisign itself asks for. */
const mostMemoryBytes = 1_100_000_000;
/** Of scrypt's own turns, four times what minisign takes: a minute or so. */
const mostTurns = 1n << 22n;

/** @param passphrase '' for none. */
export function writeSecretKey({ keyId, seed, publicKey }: KeyPair, passphrase: string): string {
	const secret = Buffer.concat([seed, publicKey]);
	const check = blake2b(Buffer.concat([algorithm, keyId, secret]), { dkLen: 32 });
	const plain = Buffer.concat([keyId, secret, check]);
	const isLocked = passphrase !== '';
	const salt = isLocked ? randomBytes(saltBytes) : Buffer.alloc(saltBytes);
	const limits = Buffer.alloc(16);
	if (isLocked) {
		limits.writeBigUInt64LE(operationsLimit, 0);
		limits.writeBigUInt64LE(memoryLimit, 8);
	}
	const covered = isLocked ? covering(plain, passphrase, salt, limits) : plain;
	const bytes = Buffer.concat([
		algorithm,
		isLocked ? scryptDerivation : noDerivation,
		checkAlgorithm,
		salt,
		limits,
		covered,
	]);
	return `untrusted comment: Lectern secret key ${shownKeyId(keyId)}\n${bytes.toString('base64')}\n`;
}

/** Throws wrong-passphrase, also where the key is damaged: the one cannot be told from the other. Throws invalid-input where it is none. */
export function readSecretKey(file: string, passphrase: string): KeyPair {
	const bytes = bytesOf(file);
	const covered = bytes.subarray(coveredStart);
	const plain = isLockedKey(file)
		? covering(covered, passphrase, bytes.subarray(6, 6 + saltBytes), bytes.subarray(6 + saltBytes, coveredStart))
		: covered;
	const [keyId, secret, check] = [plain.subarray(0, 8), plain.subarray(8, 72), plain.subarray(72)];
	const expected = blake2b(Buffer.concat([algorithm, keyId, secret]), { dkLen: 32 });
	// minisign writes no check into a key without a passphrase.
	const isUnchecked = !isLockedKey(file) && check.every((byte) => byte === 0);
	if (!isUnchecked && !check.equals(expected)) throw wrongPassphrase();
	const pair = { keyId, seed: secret.subarray(0, 32), publicKey: secret.subarray(32) };
	// Signatures by such a pair would be nobody's.
	if (!isPair(pair)) throw wrongPassphrase();
	return pair;
}

export function isLockedKey(file: string): boolean {
	return bytesOf(file).subarray(2, 4).equals(scryptDerivation);
}

function wrongPassphrase(): AppError {
	return new AppError('wrong-passphrase', { file: message('signing.reason.key') });
}

function bytesOf(file: string): Buffer {
	const bytes = Buffer.from(file.split(/\r?\n/)[1] ?? '', 'base64');
	if (bytes.length !== coveredStart + coveredBytes || !bytes.subarray(0, 2).equals(algorithm))
		throw new AppError('invalid-input', { reason: message('signing.reason.no-key') });
	return bytes;
}

/** Covers, and uncovers again: exclusive or with what scrypt derives. */
function covering(bytes: Buffer, passphrase: string, salt: Buffer, limits: Buffer): Buffer {
	const { cost, parallelization } = scryptCost(limits.readBigUInt64LE(0), limits.readBigUInt64LE(8));
	const stream = scryptSync(passphrase, salt, bytes.length, {
		cost,
		blockSize: 8,
		parallelization,
		maxmem: mostMemoryBytes + 64 * 1024 * 1024,
	});
	return Buffer.from(bytes.map((byte, index) => byte ^ (stream[index] ?? 0)));
}

/** As libsodium turns its limits into scrypt's parameters (crypto_pwhash_scryptsalsa208sha256, `pickparams`), r = 8. */
function scryptCost(operations: bigint, memory: bigint): { cost: number; parallelization: number } {
	const limited = operations < 32_768n ? 32_768n : operations;
	const isBoundByOperations = limited < memory / 32n;
	const most = isBoundByOperations ? limited / 32n : memory / 1024n;
	let log = 1n;
	while (log < 63n && 1n << log <= most / 2n) log += 1n;
	const cost = 1n << log;
	const parallelization = isBoundByOperations ? 1n : limited / 4n / cost / 8n;
	// A key that was made up could have the archive's process derive for hours.
	if (cost * 1024n > BigInt(mostMemoryBytes) || cost * parallelization > mostTurns) throw wrongPassphrase();
	return { cost: Number(cost), parallelization: Number(parallelization < 1n ? 1n : parallelization) };
}
