import { type FormEvent, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError } from '#renderer/ui/toast.ts';
import type { FileSource } from '#shared/api/file-source.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './MergePage.module.css';
import { lookInto } from './merge-store.ts';

export function PassphraseForm({ source }: { source: FileSource }) {
	const [passphrase, setPassphrase] = useState('');
	function open(event: FormEvent): void {
		event.preventDefault();
		if (passphrase !== '') lookInto(source, { passphrase }).catch(showError);
	}
	return (
		<form className={styles.passphrase} onSubmit={open}>
			<TextField
				type="password"
				autoComplete="off"
				autoFocus
				label={message('merge.passphrase')}
				value={passphrase}
				onChange={setPassphrase}
			/>
			<Button type="submit" variant="primary" isDisabled={passphrase === ''}>
				{message('merge.open-package')}
			</Button>
		</form>
	);
}
