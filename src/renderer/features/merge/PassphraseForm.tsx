import { type FormEvent, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './MergePage.module.css';

/** For what is encrypted with a passphrase. */
export function PassphraseForm({ label, onOpen }: { label: string; onOpen(key: { passphrase: string }): void }) {
	const [passphrase, setPassphrase] = useState('');
	function open(event: FormEvent): void {
		event.preventDefault();
		if (passphrase !== '') onOpen({ passphrase });
	}
	return (
		<form className={styles.passphrase} onSubmit={open}>
			<TextField
				type="password"
				autoComplete="off"
				autoFocus
				label={label}
				value={passphrase}
				onChange={setPassphrase}
			/>
			<Button type="submit" variant="primary" isDisabled={passphrase === ''}>
				{message('merge.open-package')}
			</Button>
		</form>
	);
}
