import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { SigningKeyInfo } from '#shared/api/signing-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { makeKeyPair, type PublicKey, publicKeyFile, publicKeyOf, signFile } from './minisign.ts';
import { isLockedKey, readSecretKey, writeSecretKey } from './secret-key-file.ts';

/** The key with which a person on this device signs what they export; at most one. */
export interface SigningKey {
	/** Null when none was made. */
	info(): SigningKeyInfo | null;
	/** Makes and keeps one; throws `conflict` when there is one. @param passphrase '' for none. */
	make(passphrase: string): SigningKeyInfo;
	/**
	 * Keeps a secret key of minisign's, as it is, with its passphrase. Throws `conflict` when there is one,
	 * wrong-passphrase, and invalid-input where the file is no key.
	 */
	bringIn(secret: string, passphrase: string): SigningKeyInfo;
	/** What it signed can still be verified with its public key. */
	remove(): void;
	/** Text of a `.minisig` file. Throws not-found without a key, and wrong-passphrase. */
	sign(bytes: Uint8Array, comment: string, passphrase: string): string;
}

/** The key as it is kept: the secret in minisign's own form, the public one beside it. */
interface KeptKey {
	secret: string;
	publicKey: PublicKey;
}

/**
 * @param file where the secret key is kept, readable for this person alone, with its public key beside it as `.pub`.
 * Null keeps it in memory: it ends with the program.
 */
export function openSigningKey(file: string | null): SigningKey {
	let inMemory: KeptKey | null = null;
	// Read when it is asked for: a damaged key is no reason not to start, and another program may have made one.
	const find = () => (file === null ? inMemory : readKey(file));

	function keep(key: KeptKey): SigningKeyInfo {
		if (file === null ? inMemory : existsSync(file)) throw new AppError('conflict');
		if (file === null) inMemory = key;
		else writeKey(file, key);
		return { ...key.publicKey, hasPassphrase: isLockedKey(key.secret) };
	}

	return {
		info() {
			const kept = find();
			return kept && { ...kept.publicKey, hasPassphrase: isLockedKey(kept.secret) };
		},
		make(passphrase) {
			const pair = makeKeyPair(randomBytes(8));
			return keep({ secret: writeSecretKey(pair, passphrase), publicKey: publicKeyOf(pair) });
		},
		bringIn(secret, passphrase) {
			const pair = readSecretKey(secret, passphrase);
			// Whoever gives a passphrase with a key that has none means it to be protected here.
			const isToBeLocked = passphrase !== '' && !isLockedKey(secret);
			return keep({
				secret: isToBeLocked ? writeSecretKey(pair, passphrase) : secret,
				publicKey: publicKeyOf(pair),
			});
		},
		remove() {
			if (file !== null) for (const path of [file, publicPath(file)]) rmSync(path, { force: true });
			inMemory = null;
		},
		sign(bytes, comment, passphrase) {
			const kept = find();
			if (!kept) throw new AppError('not-found', { what: 'signing key' });
			return signFile(bytes, readSecretKey(kept.secret, passphrase), comment);
		},
	};
}

function publicPath(file: string): string {
	return `${file.replace(/[.]key$/, '')}.pub`;
}

function writeKey(file: string, { secret, publicKey }: KeptKey): void {
	writeFileSync(publicPath(file), publicKeyFile(publicKey));
	const aside = `${file}.new`;
	writeFileSync(aside, secret, { mode: 0o600, flush: true });
	chmodSync(aside, 0o600);
	renameSync(aside, file);
}

/** The public key is read from its own file, since the secret one may be locked; without that file it is not known. */
function readKey(file: string): KeptKey | null {
	if (!existsSync(file)) return null;
	const secret = readFileSync(file, 'utf8');
	if (!isLockedKey(secret)) return { secret, publicKey: publicKeyOf(readSecretKey(secret, '')) };
	if (!existsSync(publicPath(file))) return { secret, publicKey: { keyId: '', line: '' } };
	const line = readFileSync(publicPath(file), 'utf8').split('\n')[1] ?? '';
	const bytes = Buffer.from(line, 'base64');
	return { secret, publicKey: publicKeyOf({ keyId: bytes.subarray(2, 10), publicKey: bytes.subarray(10) }) };
}
