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
	remove(): void;
}

export const signingArguments = { key: nothing, make: v.object({ passphrase: lineSchema }), remove: nothing };
