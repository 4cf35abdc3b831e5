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
}

export const signingArguments = {
	key: nothing,
	make: v.object({ passphrase: lineSchema }),
	bringIn: v.object({ secret: v.pipe(v.string(), v.maxLength(10_000)), passphrase: lineSchema }),
	remove: nothing,
};
