import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { copyText } from '#renderer/lib/copies.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { keys, queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { SettingsSection } from '#renderer/ui/SettingsSection.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { SigningKeyInfo } from '#shared/api/signing-api.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './SettingsPage.module.css';

const refresh = () => queryClient.invalidateQueries({ queryKey: keys.signing.key() });

/** The key that exports of the custody log are signed with: made or brought in, shown, removed. */
export function SigningKey() {
	const { data: key, error } = useQuery(queries.signing.key());
	return (
		<SettingsSection title={message('signing.title')}>
			<p className={styles.note}>{message('signing.text')}</p>
			{error ? <ErrorNotice error={error} /> : null}
			{key ? <KnownKey info={key} /> : key === null ? <NewKey /> : null}
		</SettingsSection>
	);
}

function KnownKey({ info: { keyId, line, hasPassphrase } }: { info: SigningKeyInfo }) {
	const [isRemoving, setIsRemoving] = useState(false);

	function remove(): void {
		setIsRemoving(false);
		archive.calls.signing.remove().then(refresh, showError);
	}

	return (
		<>
			<TextField
				label={message('signing.public-key', { key: keyId })}
				value={line}
				isReadOnly
				hint={message(hasPassphrase ? 'signing.locked' : 'signing.unlocked')}
			/>
			<div className={styles.buttons}>
				<Button onPress={() => copy(line)}>{message('signing.copy')}</Button>
				<Button onPress={() => setIsRemoving(true)}>{message('signing.remove')}</Button>
			</div>
			<Dialog
				title={message('signing.remove-title')}
				isOpen={isRemoving}
				onClose={() => setIsRemoving(false)}
				role="alertdialog"
				actions={
					<>
						<Button onPress={() => setIsRemoving(false)}>{message('dialog.cancel')}</Button>
						<Button variant="danger" onPress={remove}>
							{message('signing.remove')}
						</Button>
					</>
				}
			>
				<p>{message('signing.remove-text')}</p>
			</Dialog>
		</>
	);
}

function NewKey() {
	const [passphrase, setPassphrase] = useState('');
	const make = useMutation({ mutationFn: () => archive.calls.signing.make({ passphrase }), onSuccess: refresh });
	const bringIn = useMutation({
		mutationFn: async (file: File) => archive.calls.signing.bringIn({ secret: await readKeyFile(file), passphrase }),
		onSuccess: refresh,
	});
	const input = useRef<HTMLInputElement>(null);
	const isPending = make.isPending || bringIn.isPending;
	const error = bringIn.error ?? make.error;

	function submit(event: FormEvent): void {
		event.preventDefault();
		bringIn.reset();
		make.mutate();
	}

	return (
		<form className={styles.form} onSubmit={submit}>
			<TextField
				label={message('signing.passphrase')}
				type="password"
				value={passphrase}
				onChange={setPassphrase}
				hint={message('signing.passphrase-hint')}
			/>
			<div className={styles.buttons}>
				<Button type="submit" isDisabled={isPending}>
					{message('signing.make')}
				</Button>
				<Button isDisabled={isPending} onPress={() => input.current?.click()}>
					{message('signing.bring-in')}
				</Button>
			</div>
			<input
				ref={input}
				type="file"
				hidden
				aria-label={message('signing.bring-in')}
				onChange={({ currentTarget }) => {
					const [file] = currentTarget.files ?? [];
					make.reset();
					if (file) bringIn.mutate(file);
					// So that the same file with another passphrase is a change again.
					currentTarget.value = '';
				}}
			/>
			{error ? <ErrorNotice error={error} /> : null}
		</form>
	);
}

/** A key is a few hundred bytes: of anything else no more is read than shows that it is none. */
function readKeyFile(file: File): Promise<string> {
	return file.slice(0, 4096).text();
}

function copy(text: string): void {
	copyText(text).then(() => showToast(message('signing.copied')), showError);
}
