import * as v from 'valibot';
import { lineSchema, nothing } from './schemas.ts';

/** The key of this device, as it may be shown. */
export interface SigningKeyInfo {
	/** 16 upper-case hexadecimal digits, as minisign shows them. */
	keyId: string;
	/** The public key: what `minisign -V -P` takes. */
	line: string;
	hasPassphrase: boolean;
}

/** What a signature says of a file. */
export interface SignatureCheck {
	/** `unknown`: by a key that nobody named, or by another than was. */
	state: 'good' | 'bad' | 'unknown';
	/** 16 upper-case hexadecimal digits; '' where it is no signature. */
	keyId: string;
	/** Signed too; '' unless it is good. */
	comment: string;
	/** Good, and by the key of this device. */
	isOwn: boolean;
	/** Of the public key that was given, where the signature is by another. */
	givenKeyId?: string;
}

/** The key with which exports are signed; kept on this device, never in an archive. */
export interface SigningCalls {
	key(): SigningKeyInfo | null;
	/** `conflict` when there is one. `passphrase` may be ''. */
	make(argument: { passphrase: string }): SigningKeyInfo;
	/**
	 * Keeps a secret key that minisign or Lectern made elsewhere, with its passphrase: `secret` is the text of its file.
	 * `conflict` when there is one, wrong-passphrase, and invalid-input where that is no key.
	 */
	bringIn(argument: { secret: string; passphrase: string }): SigningKeyInfo;
	remove(): void;
	/**
	 * Checks the signature of a file whose bytes are given in base64: by this public key (its line, or the text of its file),
	 * or, where it is '', by the key of this device. `invalid-input` where that is no key.
	 */
	check(argument: { base64: string; signature: string; publicKey: string }): SignatureCheck;
	/** The signature that lies beside a file on this machine; null where none does. */
	beside(argument: { path: string }): string | null;
}

/** A receipt of some ten thousand files, in base64. */
const longestSigned = 24_000_000;

export const signingArguments = {
	key: nothing,
	make: v.object({ passphrase: lineSchema }),
	bringIn: v.object({ secret: v.pipe(v.string(), v.maxLength(10_000)), passphrase: lineSchema }),
	remove: nothing,
	check: v.object({
		base64: v.pipe(v.string(), v.maxLength(longestSigned)),
		signature: v.pipe(v.string(), v.maxLength(10_000)),
		publicKey: lineSchema,
	}),
	beside: v.object({ path: lineSchema }),
};
