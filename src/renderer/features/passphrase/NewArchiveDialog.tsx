import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { create } from 'zustand';
import { archive } from '#renderer/lib/archive.ts';
import { fileStemOf } from '#renderer/lib/archive-status.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { plainFileName } from '#renderer/lib/plain-file-name.ts';
import { saveBeforeOpening } from '#renderer/lib/unsaved.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx';
import styles from './passphrase.module.css';

/** Where the new archive is to lie; null for a name that is still to be typed, undefined while none is being made. */
const useNewArchive = create<{ path: string | null | undefined }>(() => ({ path: undefined }));
const close = () => useNewArchive.setState({ path: undefined });

/**
 * Asks where a new archive with a passphrase is to lie, and then for the passphrase. A browser knows no places: there the
 * archive lies where all of Lectern's do, and has a name only.
 */
export async function makeEncryptedArchive(): Promise<void> {
	if (!desktop) return useNewArchive.setState({ path: null });
	const path = await desktop.chooseSavePath(`${message('archive.new-name')}.lectern`);
	if (path) useNewArchive.setState({ path });
}

export function NewArchiveDialog() {
	const { path } = useNewArchive();
	return (
		<Dialog title={message('passphrase.new-archive')} isOpen={path !== undefined} onClose={close}>
			{path === undefined ? null : <NewArchiveForm chosen={path} />}
		</Dialog>
	);
}

function NewArchiveForm({ chosen }: { chosen: string | null }) {
	const [typed, setTyped] = useState('');
	const path = chosen ?? `${plainFileName(typed)}.lectern`;
	const title = fileStemOf(path);
	const { draft, isReady: isSettled, set } = useNewPassphrase(title);
	const isReady = isSettled && title !== '';
	const making = useMutation({
		mutationFn: async () => {
			await saveBeforeOpening();
			return archive.calls.archive.create({ path, title, passphrase: draft.passphrase });
		},
		onSuccess: close,
	});

	function make(event: FormEvent): void {
		event.preventDefault();
		if (isReady && !making.isPending) making.mutate();
	}

	return (
		<form className={styles.form} onSubmit={make}>
			<p>{message('passphrase.what')}</p>
			{chosen === null ? (
				<TextField
					autoComplete="off"
					autoFocus
					label={message('passphrase.new-archive-name')}
					hint={message('passphrase.new-archive-place')}
					value={typed}
					onChange={setTyped}
				/>
			) : null}
			<NewPassphrase name={title} draft={draft} set={set} isFirst={chosen !== null} />
			{making.error ? <ErrorNotice error={making.error} /> : null}
			<div className={styles.buttons}>
				<Button type="submit" variant="primary" isDisabled={!isReady}>
					{message(making.isPending ? 'passphrase.making' : 'passphrase.make')}
				</Button>
				<Button onPress={close}>{message('dialog.cancel')}</Button>
			</div>
		</form>
	);
}
