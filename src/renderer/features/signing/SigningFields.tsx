import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import styles from '#renderer/ui/dialog-fields.module.css';
import { Switch } from '#renderer/ui/Switch.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';

export type SigningChoice = ReturnType<typeof useSigningChoice>;

/** Whether what is written is to be signed with the key of this device; `signature` is what the contract takes. */
export function useSigningChoice() {
	const { data: key } = useQuery(queries.signing.key());
	const [isWanted, setWanted] = useState(false);
	const [passphrase, setPassphrase] = useState('');
	const isSigned = isWanted && key != null;
	return { key, isSigned, setWanted, passphrase, setPassphrase, signature: isSigned ? { passphrase } : null };
}

/** Asks that, and for the key's passphrase where it has one. */
export function SigningFields({ label, choice }: { label: string; choice: SigningChoice }) {
	const { key, isSigned, setWanted, passphrase, setPassphrase } = choice;
	return (
		<>
			<Switch isSelected={isSigned} isDisabled={!key} onChange={setWanted}>
				{label}
			</Switch>
			<p className={styles.hint}>{key ? message('custody.sign-text', { key: key.keyId }) : message('signing.none')}</p>
			{isSigned && key?.hasPassphrase ? (
				<TextField label={message('signing.passphrase')} type="password" value={passphrase} onChange={setPassphrase} />
			) : null}
		</>
	);
}
