import { type FormEvent, useState } from 'react';
import { pickFile } from '#renderer/features/adding/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError } from '#renderer/ui/toast.ts';
import { identitiesIn } from '#shared/age/identities.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './MergePage.module.css';

/** For what was sealed for a key: the key file, or the secret key in it. */
export function KeyForm({ text, onOpen }: { text: string; onOpen(key: { identities: string[] }): void }) {
	const [typed, setTyped] = useState('');
	const identities = identitiesIn(typed);

	function open(event: FormEvent): void {
		event.preventDefault();
		if (identities.length > 0) onOpen({ identities });
	}

	async function choose(): Promise<void> {
		const picked = await pickFile('');
		if (!picked) return;
		const found = identitiesIn(await picked.file.text());
		const reason = message('home.reason.no-key');
		if (found.length === 0) throw new AppError('unreadable-file', { file: picked.name, reason });
		onOpen({ identities: found });
	}

	return (
		<form className={styles.key} onSubmit={open}>
			<p>{text}</p>
			<Button variant="primary" onPress={() => void choose().catch(showError)} autoFocus>
				{message('merge.key.choose')}
			</Button>
			<TextField
				type="password"
				autoComplete="off"
				label={message('merge.key.field')}
				value={typed}
				onChange={setTyped}
			/>
			<Button type="submit" isDisabled={identities.length === 0}>
				{message('merge.open-package')}
			</Button>
		</form>
	);
}
