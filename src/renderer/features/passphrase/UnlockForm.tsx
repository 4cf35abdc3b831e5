import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { saveBeforeOpening } from '#renderer/lib/unsaved.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './passphrase.module.css';

interface UnlockFormProps {
	/** As the archive process knows it. */
	path: string;
	onOpened?(): void;
	/** Other ways out, after the button. */
	children?: ReactNode;
}

/** Opens an archive by its passphrase. It may be tried as often as one likes: whoever has the file can do so anyway. */
export function UnlockForm({ path, onOpened, children }: UnlockFormProps) {
	const [passphrase, setPassphrase] = useState('');
	const field = useRef<HTMLInputElement>(null);
	const opening = useMutation({
		mutationFn: async () => {
			await saveBeforeOpening();
			return archive.calls.archive.open({ path, passphrase });
		},
		onSuccess: () => onOpened?.(),
		onError: () => field.current?.select(),
	});

	function open(event: FormEvent): void {
		event.preventDefault();
		if (passphrase !== '' && !opening.isPending) opening.mutate();
	}

	return (
		<form className={styles.form} onSubmit={open}>
			<TextField
				type="password"
				autoComplete="off"
				autoFocus
				label={message('passphrase.field')}
				inputRef={field}
				value={passphrase}
				onChange={setPassphrase}
			/>
			{opening.error ? <ErrorNotice error={opening.error} /> : null}
			<div className={styles.buttons}>
				<Button type="submit" variant="primary" isDisabled={passphrase === '' || opening.isPending}>
					{message(opening.isPending ? 'passphrase.opening' : 'passphrase.open')}
				</Button>
				{children}
			</div>
		</form>
	);
}
