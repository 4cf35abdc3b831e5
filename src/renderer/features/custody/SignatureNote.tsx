import { type FormEvent, useState } from 'react';
import { pickFile } from '#renderer/features/adding/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { SignatureCheck } from '#shared/api/signing-api.ts';
import { message } from '#shared/messages/messages.ts';
import { type SignedFile, signatureIn } from './receipt-signature.ts';
import styles from './SignatureNote.module.css';

interface SignatureNoteProps {
	signed: SignedFile;
	/** Null while there is no signature. */
	check: SignatureCheck | null;
	/** What went wrong with it before; null where nothing did. */
	trouble: unknown;
	onChecked(check: SignatureCheck): void;
}

/** Who signed a file, in words; asks for the signature where none lies beside it, and for the key where it is a stranger's. */
export function SignatureNote({ signed, check, trouble, onChecked }: SignatureNoteProps) {
	const [signature, setSignature] = useState(signed.signature);
	const [publicKey, setPublicKey] = useState('');
	const [error, setError] = useState<unknown>(trouble);

	async function choose(): Promise<void> {
		const chosen = await pickFile('.minisig');
		if (!chosen) return;
		const text = await signatureIn(chosen.file);
		setSignature(text);
		setError(null);
		await signed.check(text, '').then(onChecked, setError);
	}

	function submit(event: FormEvent): void {
		event.preventDefault();
		setError(null);
		signed.check(signature ?? '', publicKey).then(onChecked, setError);
	}

	return (
		<section className={styles.note} aria-label={message('receipt.item.signature')}>
			<p role="status">{check || !error ? wordsOf(check) : ''}</p>
			{check === null ? (
				<Button onPress={() => void choose().catch(showError)}>{message('signature.choose')}</Button>
			) : null}
			{check && !check.isOwn && check.keyId !== '' ? (
				<form className={styles.key} onSubmit={submit}>
					<TextField
						label={message('signature.public-key', { key: check.keyId })}
						hint={message('signature.public-key-hint')}
						value={publicKey}
						onChange={setPublicKey}
					/>
					<Button type="submit" isDisabled={publicKey.trim() === ''}>
						{message('signature.check')}
					</Button>
				</form>
			) : null}
			{error ? <ErrorNotice error={error} /> : null}
		</section>
	);
}

function wordsOf(check: SignatureCheck | null): string {
	if (!check) return message('signature.none-chosen');
	const { state, keyId: key, isOwn, comment, givenKeyId } = check;
	if (givenKeyId !== undefined) return message('signature.other-key', { key, given: givenKeyId });
	if (state === 'unknown') return message('signature.unknown-here', { key });
	if (state === 'bad') return message('signature.bad');
	return message(isOwn ? 'signature.good-own' : 'signature.good', { key, comment: comment.replaceAll('\t', ' ') });
}
