import { archive } from '#renderer/lib/archive.ts';
import { base64Of } from '#renderer/lib/base64.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import type { SignatureCheck } from '#shared/api/signing-api.ts';

/** As long as the archive takes one, in characters. */
const longestSignature = 9_000;

/** A file that somebody may have signed. */
export interface SignedFile {
	name: string;
	/** Null where none was chosen and none lies beside it. */
	signature: string | null;
	/** By this public key, or by that of this device where it is ''. */
	check(signature: string, publicKey: string): Promise<SignatureCheck>;
}

/** By its name, as minisign gives it. */
export function isSignature(file: File): boolean {
	return file.name.toLowerCase().endsWith('.minisig');
}

/**
 * A file with its signature, which on the desktop is looked for beside it, and what that says by the key of this device.
 * What goes wrong with the signature is told with it: what the file itself proves stands all the same.
 */
export async function checkedSignature(
	file: File,
	chosen: File | undefined,
): Promise<{ file: SignedFile; check: SignatureCheck | null; error: unknown }> {
	const check: SignedFile['check'] = async (signature, publicKey) =>
		// Of the very bytes: what a text was decoded from may be others.
		archive.calls.signing.check({ base64: await base64Of(file), signature, publicKey });
	let signature: string | null = null;
	try {
		signature = chosen ? await signatureIn(chosen) : await signatureBeside(file);
		const checked = signature === null ? null : await check(signature, '');
		return { file: { name: file.name, signature, check }, check: checked, error: null };
	} catch (error) {
		return { file: { name: file.name, signature, check }, check: null, error };
	}
}

/** What is longer than any signature is none, which the check says. */
export async function signatureIn(file: File): Promise<string> {
	return file.slice(0, longestSignature).text();
}

async function signatureBeside(file: File): Promise<string | null> {
	const path = desktop?.pathOf(file) ?? '';
	return path === '' ? null : archive.calls.signing.beside({ path });
}
